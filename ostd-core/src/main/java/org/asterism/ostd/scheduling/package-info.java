/**
 * Tasks of a machine: stacks, switching, parking, timers, and the work that interrupts put off.
 *
 * <p>An interrupt's top half touches raw memory only and sets {@code PREEMPTION_PENDING} in the area of the running task. What it put off
 * (expired timers, input that a reader waits for, the end of a time slice) is done with interrupts on as soon as that task has preemption
 * on: at the end of the interrupt, or when the last {@code Preemption.enable()} finds the word set. So no queue or object here
 * is ever touched from an interrupt, preemption off is all the exclusion one processor needs, and a collection sees no
 * reference change under it.
 *
 * <p>Lock order: the scheduler lock, then nothing. Policies and timer callbacks are called in atomic context, policies with the lock held.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.ostd.scheduling;
