/**
 * Threads, processes, groups, sessions and signals as lower services see them.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.kernel.process;
