package org.asterism.aot.programs;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.asterism.ostd.effect.FastPath;
import org.asterism.ostd.effect.InterruptSafe;
import org.asterism.ostd.effect.NoAllocation;
import org.asterism.ostd.effect.NoBlocking;
import org.asterism.ostd.effect.SlowPath;
import org.asterism.ostd.unsafe.LocksWithInterruptsOn;

/** States effects, some of them wrongly. */
public final class EffectsProgram {
    private static final Object LOCK = new Object();

    private EffectsProgram() {
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        Policy policy = arguments.length == 0 ? new Frugal() : new Greedy();
        System.out.println(computes(3) + allocates(4) + locks() + handlesInterrupt() + policy.choose(1) + leavesByASlowPath(1)
                + cheats(2) + checks(3) + catches(4) + cleansUp(5) + spins());
        System.out.println(boxes(1).hashCode() + joins("x").length() + captures(2).applyAsInt(1) + variable(1, 2) + copies(new int[1]).length);
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

    @InterruptSafe
    private static int spins() {
        return lock();
    }

    @LocksWithInterruptsOn
    private static int lock() {
        return 1;
    }

    @NoAllocation
    private static Object boxes(int value) {
        return value;
    }

    @NoAllocation
    private static String joins(String value) {
        return "a" + value;
    }

    @NoAllocation
    private static IntUnaryOperator captures(int value) {
        return other -> other + value;
    }

    @NoAllocation
    private static int variable(int one, int other) {
        return sum(one, other);
    }

    @NoAllocation
    private static int[] copies(int[] original) {
        return original.clone();
    }

    private static int sum(int... values) {
        return Arrays.hashCode(values);
    }

    @FastPath
    private static int leavesByASlowPath(int value) {
        return value > 3 ? grow(value) : value;
    }

    @NoAllocation
    private static int cheats(int value) {
        return grow(value);
    }

    @SlowPath("grows a table")
    private static int grow(int value) {
        return new int[value].length;
    }

    /** What leads to nothing but an unchecked exception is no effect of the method. */
    @NoAllocation
    @NoBlocking
    private static int checks(int value) {
        if (value < 0) {
            throw new IllegalArgumentException("a negative value: " + value);
        }
        return helper(value);
    }

    /** Here the method goes on behind the exception, so its making counts. */
    @NoAllocation
    private static int catches(int value) {
        try {
            if (value > 0) {
                throw new IllegalStateException("thrown and caught");
            }
            return 1;
        } catch (IllegalStateException expected) {
            return 2;
        }
    }

    /** What is done on the way of any exception counts. */
    @NoAllocation
    private static int cleansUp(int value) {
        try {
            return helper(value);
        } finally {
            LAST[0] = new Object();
        }
    }

    private static final Object[] LAST = new Object[1];

    private static int[] indirectly(int value) {
        return new int[value];
    }

    private static int helper(int value) {
        return value + 1;
    }

    /** A policy that others implement. */
    private interface Policy {
        @NoAllocation
        int choose(int value);
    }

    private static final class Frugal implements Policy {
        @Override
        public int choose(int value) {
            return value;
        }
    }

    private static final class Greedy implements Policy {
        @Override
        public int choose(int value) {
            return new int[value].length;
        }
    }
}
