/**
 * The scheduling policy: which runnable thread runs next.
 *
 * <p>{@link org.asterism.service.proc.schedule.FairScheduler} is called by OSTD in atomic context with the run queue locked; it neither allocates
 * nor blocks. {@link org.asterism.service.proc.schedule.SchedulingState} is a thread's share in it; its priorities may be set from any task.
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.service.proc.schedule;
