package org.asterism.ostd.host;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.asterism.ostd.runtime.Preemption;
import org.asterism.ostd.time.Timer;

/** Interrupts of the simulated machine and its timers: any JVM thread raises them, the task that holds the baton serves them. */
final class HostInterrupts {
    private final HostMachine machine;
    private final List<Throwable> failures;
    private final ConcurrentLinkedQueue<Runnable> raised = new ConcurrentLinkedQueue<>();
    private volatile Thread waiting;

    /** Handlers that throw are added to failures. */
    HostInterrupts(HostMachine machine, List<Throwable> failures) {
        this.machine = machine;
        this.failures = failures;
    }

    /** Has the handler served soon; called by any thread. */
    void raise(Runnable handler) {
        raised.add(handler);
        LockSupport.unpark(waiting);
    }

    /** Waits for an interrupt, in real time; it may end early. */
    void await(long nanos) {
        waiting = Thread.currentThread();
        if (raised.isEmpty()) {
            LockSupport.parkNanos(nanos);
        }
        waiting = null;
    }

    /** Runs the handlers of what was raised and of the timers that are due, in the context of the baton's holder. */
    void serve(HostTask holder) {
        for (Runnable handler = raised.poll(); handler != null; handler = raised.poll()) {
            runAtomically(holder, handler);
        }
        for (Timer due = machine.clock().takeDue(); due != null; due = machine.clock().takeDue()) {
            Timer fired = due;
            runAtomically(holder, () -> fired.callback().expired(machine.clock().monotonicNanos()));
        }
    }

    private void runAtomically(HostTask holder, Runnable handler) {
        holder.preemptionDepth++;
        Preemption.disable();
        try {
            handler.run();
        } catch (RuntimeException failure) {
            failures.add(failure);
            machine.hostPlatform().logFailure(holder.task, failure);
        } finally {
            holder.preemptionDepth--;
            Preemption.enable();
        }
    }
}
