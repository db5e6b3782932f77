/**
 * Tasks, preemption and the scheduler policy interface.
 *
 * <p>A {@link org.asterism.ostd.task.Task} is a kernel thread of control with its own stack. Blocking is built on
 * park and unpark: a permit, as in {@code java.util.concurrent.locks.LockSupport}, never lost between check and sleep.
 *
 * <p>{@link org.asterism.ostd.task.Scheduler} implementations run in atomic context: they must not allocate or block.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.ostd.task;
