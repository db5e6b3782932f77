/**
 * Processes, threads, groups and sessions, who is whose child, and the sending of signals.
 *
 * <p>Lock order: {@link org.asterism.service.proc.process.ProcessTable#lock()} (sleeps; relations: parents, children,
 * groups, sessions, ids), then the signal lock of one process (spins; actions, pending signals, stops, its list of threads).
 * No two signal locks are held at once. Lists of members are arrays that are replaced, so that readers need no lock.
 *
 * <p>Signals may be sent in atomic context; everything else belongs in a task. Spec: credentials(7), signal(7).
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.service.proc.process;
