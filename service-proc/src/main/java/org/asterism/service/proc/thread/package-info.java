/**
 * The life of a user thread: start, system calls, exceptions, delivery of signals, new programs, end.
 *
 * <p>{@link org.asterism.service.proc.thread.UserLoop} is the body of every thread's task. Context: task, of the thread itself. Lock order as in
 * {@link org.asterism.service.proc.process}. Spec: signal(7), execve(2), clone(2), exit(2).
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.service.proc.thread;
