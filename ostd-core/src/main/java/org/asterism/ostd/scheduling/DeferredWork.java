package org.asterism.ostd.scheduling;

import org.asterism.ostd.arch.Processor;
import org.asterism.ostd.effect.NoAllocation;
import org.asterism.ostd.effect.NoBlocking;
import org.asterism.ostd.runtime.StackReserve;
import org.asterism.ostd.task.Scheduler;
import org.asterism.ostd.unsafe.Address;
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
            // SAFETY: an interrupt after the first store defers to this loop, which looks again after the last one.
            Address.storeInt(area + ThreadArea.PREEMPTION_DEPTH, 1);
            Address.compilerFence();
            Address.storeInt(area + ThreadArea.PREEMPTION_PENDING, 0);
            if (processor.takeAlarm()) {
                timers.expire();
            }
            input.deliver();
            if (switcher.takeReschedule()) {
                switcher.giveWay(Scheduler.Reason.PREEMPTED);
            }
            switcher.requestStress();
            Address.compilerFence();
            Address.storeInt(area + ThreadArea.PREEMPTION_DEPTH, 0);
        }
        StackReserve.close(limit);
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
