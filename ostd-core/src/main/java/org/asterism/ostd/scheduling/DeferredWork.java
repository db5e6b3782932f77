package org.asterism.ostd.scheduling;

import org.asterism.ostd.arch.Processor;
import org.asterism.ostd.effect.NoAllocation;
import org.asterism.ostd.effect.NoBlocking;
import org.asterism.ostd.runtime.StackReserve;
import org.asterism.ostd.task.Scheduler;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.PreemptionOff;
import org.asterism.ostd.unsafe.ThreadArea;

/**
 * What interrupts and wake-ups put off until the running task has preemption on: expired timers, console input, a switch.
 */
public final class DeferredWork {
    private final Processor processor;
    private final TaskSwitcher switcher;
    private final TimerService timers;
    private final InputSignals input;

    /** Whoever wakes the readers of input that interrupts have taken in. */
    @FunctionalInterface
    public interface InputSignals {
        /** Wakes readers. Called in atomic context. */
        void deliver();
    }

    /**
     * The deferred work of a processor.
     *
     * @param processor whose alarm is looked at
     * @param switcher  that switches
     * @param timers    that expire
     * @param input     that arrives
     */
    public DeferredWork(Processor processor, TaskSwitcher switcher, TimerService timers, InputSignals input) {
        this.processor = processor;
        this.switcher = switcher;
        this.timers = timers;
        this.input = input;
    }

    /**
     * Marks the running task: work waits. Called from interrupts; touches raw memory only.
     */
    public static void request() {
        Address.storeInt(ThreadArea.current() + ThreadArea.PREEMPTION_PENDING, 1);
    }

    /**
     * Tells whether work waits and may be done now.
     *
     * @return whether to call {@link #run()}
     */
    public static boolean isDue() {
        long area = ThreadArea.current();
        return Address.loadInt(area + ThreadArea.PREEMPTION_DEPTH) == 0 && Address.loadInt(area + ThreadArea.PREEMPTION_PENDING) != 0;
    }

    /** Does what waits, in the running task, which may lose the processor here. Called with interrupts and preemption on. */
    @NoAllocation
    @NoBlocking
    public void run() {
        long area = ThreadArea.current();
        long limit = StackReserve.open();
        while (Address.loadInt(area + ThreadArea.PREEMPTION_PENDING) != 0) {
            Address.storeInt(area + ThreadArea.PREEMPTION_DEPTH, 1);
            Address.compilerFence();
            work(area);
            Address.compilerFence();
            Address.storeInt(area + ThreadArea.PREEMPTION_DEPTH, 0);
        }
        switcher.requestStress();
        StackReserve.close(limit);
    }

    /**
     * Like {@link #run()}, at the end of an interrupt, on top of what it interrupted. Called and returns with interrupts off: they are on only
     * while preemption is off, so that a second interrupt on top does no more than its top half.
     */
    @NoAllocation
    @NoBlocking
    public void runInInterrupt() {
        long area = ThreadArea.current();
        long limit = StackReserve.open();
        while (Address.loadInt(area + ThreadArea.PREEMPTION_PENDING) != 0) {
            Address.storeInt(area + ThreadArea.PREEMPTION_DEPTH, 1);
            processor.enableInterrupts();
            work(area);
            processor.disableInterrupts();
            Address.storeInt(area + ThreadArea.PREEMPTION_DEPTH, 0);
        }
        switcher.requestStress();
        StackReserve.close(limit);
    }

    @PreemptionOff("the caller's store, so turning preemption on does not come back to it")
    private void work(long area) {
        // SAFETY: an interrupt after this store defers to the caller's loop, which looks again.
        Address.storeInt(area + ThreadArea.PREEMPTION_PENDING, 0);
        if (processor.takeAlarm()) {
            timers.expire();
        }
        input.deliver();
        if (switcher.takeReschedule()) {
            switcher.giveWay(Scheduler.Reason.PREEMPTED);
        }
    }

    /** The idle task: sleeps until an interrupt brings work; does not return. */
    public void idle() {
        while (true) {
            long interrupts = processor.disableInterrupts();
            if (Address.loadInt(ThreadArea.current() + ThreadArea.PREEMPTION_PENDING) == 0) {
                processor.waitForInterrupt();
            } else {
                processor.restoreInterrupts(interrupts);
            }
            run();
        }
    }
}
