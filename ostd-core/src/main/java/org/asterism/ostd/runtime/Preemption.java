package org.asterism.ostd.runtime;

import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.LocksWithInterruptsOn;
import org.asterism.ostd.unsafe.ThreadArea;

/**
 * Switching preemption of the current task off and on; calls nest. While it is off the task keeps its CPU, no collection begins
 * unless the task itself asks for one, and it must not block.
 */
public final class Preemption {
    private Preemption() {}

    /** Switches preemption off, or counts one more reason for it to be off. */
    @LocksWithInterruptsOn
    public static void disable() {
        // SAFETY: the word belongs to the running task, and an interrupt that nests inside leaves it as it found it.
        long depth = ThreadArea.current() + ThreadArea.PREEMPTION_DEPTH;
        Address.storeInt(depth, Address.loadInt(depth) + 1);
        Address.compilerFence();
    }

    /** Takes one reason back; with the last, does what was put off meanwhile. */
    public static void enable() {
        Address.compilerFence();
        // SAFETY: as above; an interrupt after the store finds depth 0 and preempts by itself.
        long area = ThreadArea.current();
        int depth = Address.loadInt(area + ThreadArea.PREEMPTION_DEPTH) - 1;
        Address.storeInt(area + ThreadArea.PREEMPTION_DEPTH, depth);
        if (depth == 0 && Address.loadInt(area + ThreadArea.PREEMPTION_PENDING) != 0) {
            Parking.current().preempt();
        }
    }

    /** Takes one reason back and puts off once more what waits; for the code that carries out what was put off. */
    public static void enableLater() {
        Address.compilerFence();
        // SAFETY: as above.
        long depth = ThreadArea.current() + ThreadArea.PREEMPTION_DEPTH;
        Address.storeInt(depth, Address.loadInt(depth) - 1);
    }

    /**
     * Whether the current task may lose its CPU here.
     *
     * @return true if nothing holds preemption off
     */
    public static boolean isEnabled() {
        return Address.loadInt(ThreadArea.current() + ThreadArea.PREEMPTION_DEPTH) == 0;
    }
}
