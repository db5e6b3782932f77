/**
 * Descriptors of processes. Looking up takes no lock; changes take the table's. Context: task.
 */
package org.asterism.service.fs.table;
