/**
 * How services contribute system calls and how the process service calls them.
 *
 * <p>Context: task. Handlers may sleep; an interrupted sleep throws {@code EINTR} or {@code ERESTARTSYS}.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.kernel.syscall;
