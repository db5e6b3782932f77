/**
 * Descriptors of processes. Looking up takes no lock; changes take the table's. Context: task.
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.service.fs.table;
