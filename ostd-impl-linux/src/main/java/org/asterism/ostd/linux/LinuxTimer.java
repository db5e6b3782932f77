package org.asterism.ostd.linux;

import org.asterism.ostd.runtime.ManagedHeap;
import org.asterism.ostd.runtime.Preemption;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.AssemblyAddress;
import org.asterism.ostd.unsafe.Exported;
import org.asterism.ostd.unsafe.ThreadArea;

/**
 * The signal that interrupts this process between any two instructions, at irregular times: it switches to another task, and collects
 * first if asked to, on the interrupted stack. So every instruction is shown to be a legal place for both.
 */
final class LinuxTimer {
    private static final int SIGALRM = 14;
    /** SA_RESTORER, SA_RESTART and SA_NODEFER: preemption off is what keeps signals from nesting. */
    private static final long FLAGS = 0x5400_0000L;
    private static final long DEFAULT_MICROS = 1000;
    /** When the next signal comes if one came while another was dealt with: late enough for the program to get on whatever the interval is. */
    private static final long LATE_MICROS = 200;

    private static long micros;
    private static boolean collects;
    private static int stepUnits;
    private static boolean started;
    /** Whether a signal came and nothing was done for it yet, so that no other one will come. */
    private static boolean due;
    private static long random = 0x9E37_79B9_7F4A_7C15L;
    private static long preemptions;

    private LinuxTimer() {}

    @AssemblyAddress("asterism_signal_return")
    private static native long signalReturn();

    @AssemblyAddress("asterism_timer_signal")
    private static native long handler();

    /**
     * Sets how often, 0 for only when there are several tasks; whether each signal collects, or does a part of a collection; and where random
     * intervals begin, 0 for anywhere.
     */
    static void configure(long everyMicros, boolean collectEachTime, int stepEachTime, long seed) {
        collects = collectEachTime;
        stepUnits = stepEachTime;
        random = seed == 0 ? random : seed;
        micros = everyMicros == 0 ? DEFAULT_MICROS : everyMicros;
        if (everyMicros != 0) {
            ensureStarted();
        }
    }

    /** How often the running task was interrupted or interrupted itself. */
    static long preemptions() {
        return preemptions;
    }

    static void ensureStarted() {
        if (started) {
            return;
        }
        started = true;
        Preemption.disable();
        long action = Scratch.address() + Scratch.TIMER;
        Address.storeLong(action, handler());
        Address.storeLong(action + 8, FLAGS);
        Address.storeLong(action + 16, signalReturn());
        Address.storeLong(action + 24, 0);
        LinuxSystemCalls.signalAction(SIGALRM, action);
        arm();
        Preemption.enable();
    }

    /** Asks for the next signal after about the time chosen. Preemption off. */
    private static void arm() {
        random ^= random << 13;
        random ^= random >>> 7;
        random ^= random << 17;
        armIn(micros / 2 + (random >>> 1) % micros + 1);
    }

    /** Asks for one signal. */
    private static void armIn(long wait) {
        long timer = Scratch.address() + Scratch.TIMER;
        Address.storeLong(timer, 0);
        Address.storeLong(timer + 8, 0);
        Address.storeLong(timer + 16, wait / 1_000_000);
        Address.storeLong(timer + 24, wait % 1_000_000);
        LinuxSystemCalls.intervalTimer(timer);
    }

    @Exported("asterism_timer_signal")
    static void signal(int number) {
        // Runs in the middle of whatever was interrupted, on its stack, with all its registers saved there by Linux.
        if (!Preemption.isEnabled()) {
            due = true;
            Address.storeInt(ThreadArea.current() + ThreadArea.PREEMPTION_PENDING, 1);
            return;
        }
        actLater();
    }

    /** Does what a signal could not do when it came. */
    static void actLater() {
        Preemption.disable();
        act();
        Preemption.enableLater();
        if (due) {
            armIn(LATE_MICROS); // for a task that never switches preemption off and on again, which is when it would notice
        }
    }

    /** Hands the signal that came while the tasks were switched to the one that runs now: the other may have ended, or sleep for long. Preemption off. */
    static void carryOver() {
        if (due) {
            Address.storeInt(ThreadArea.current() + ThreadArea.PREEMPTION_PENDING, 1);
        }
    }

    private static void act() {
        due = false;
        Address.storeInt(ThreadArea.current() + ThreadArea.PREEMPTION_PENDING, 0);
        if (collects) {
            ManagedHeap.collect();
        }
        if (stepUnits != 0) {
            ManagedHeap.collectStep(stepUnits);
        }
        preemptions++;
        arm(); // only now, so that the program gets on between two collections, however slow they are
        LinuxScheduler.get().reschedule();
    }
}
