/**
 * The first process and the start of the kernel proper.
 *
 * <p>Process 1 is a kernel task without user memory: it starts the shell, or the command of {@code run --exec}, as its child in a new
 * session, waits for every orphan, and turns the machine off when the child has ended.
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.service.proc.init;
