/**
 * The time of day, interval timers and POSIX timers.
 *
 * <p>Lock order: a process's timers are guarded by their own mutex, before the signal lock. OSTD's timers fire in atomic context, where they only
 * queue work for {@link org.asterism.service.proc.time.TimerWorker}; signals are sent from there.
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.service.proc.time;
