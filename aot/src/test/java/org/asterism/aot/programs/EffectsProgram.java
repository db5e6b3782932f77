package org.asterism.aot.programs;

import org.asterism.ostd.effect.InterruptSafe;
import org.asterism.ostd.effect.NoAllocation;
import org.asterism.ostd.effect.NoBlocking;

/** States effects, some of them wrongly. */
public final class EffectsProgram {
    private static final Object LOCK = new Object();

    private EffectsProgram() {
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        System.out.println(computes(3) + allocates(4) + locks() + handlesInterrupt());
    }

    @NoAllocation
    @NoBlocking
    @InterruptSafe
    private static int computes(int value) {
        return helper(value) * 2;
    }

    @NoAllocation
    private static int allocates(int value) {
        return indirectly(value).length;
    }

    @NoBlocking
    private static int locks() {
        synchronized (LOCK) {
            return 1;
        }
    }

    @InterruptSafe
    private static int handlesInterrupt() {
        return locks();
    }

    private static int[] indirectly(int value) {
        return new int[value];
    }

    private static int helper(int value) {
        return value + 1;
    }
}
