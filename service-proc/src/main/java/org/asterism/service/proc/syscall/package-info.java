/**
 * The system calls of processes: one component a family, which only decodes arguments and calls a domain operation.
 *
 * <p>Context: task, of the calling thread. No locks of its own. Names and errors are those of the man pages, section 2.
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.service.proc.syscall;
