/**
 * What signals are made of: their information, the set that waits, the actions of a process.
 *
 * <p>Pure data without locks of its own: {@link org.asterism.service.proc.signal.PendingSignals} and
 * {@link org.asterism.service.proc.signal.SignalActions} are guarded by the signal lock of the process they belong to.
 * Nothing here sleeps. Spec: signal(7), sigaction(2).
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.service.proc.signal;
