package org.asterism.service.proc.syscall;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;

/**
 * The operation of FUTEX_WAKE_OP, from its encoding: four bits of what is done to the second word (0 set, 1 add, 2 or, 3 and-not, 4 xor;
 * 8 more for an argument that is a shift), four of how its old value is compared (0 ==, 1 !=, 2 &lt;, 3 &lt;=, 4 &gt;, 5 &gt;=), twelve of the
 * argument, twelve of what is compared with. Source: futex(2).
 */
final class WakeOperation {
    private static final int KIND_SHIFT = 28;
    private static final int COMPARISON_SHIFT = 24;
    private static final int MOST_KIND = 4;
    private static final int MOST_COMPARISON = 5;
    private static final int SHIFT_ARGUMENT = 8;

    private WakeOperation() {
    }

    /**
     * Refuses what no operation is encoded as.
     *
     * @throws KernelException {@code ENOSYS}
     */
    static void check(int encoded) throws KernelException {
        if (kind(encoded) > MOST_KIND || comparison(encoded) > MOST_COMPARISON) {
            throw KernelException.of(Errno.ENOSYS);
        }
    }

    private static int kind(int encoded) {
        return encoded >>> KIND_SHIFT & ~SHIFT_ARGUMENT;
    }

    private static int comparison(int encoded) {
        return encoded >>> COMPARISON_SHIFT & 0xf;
    }

    private static int argument(int encoded) {
        int argument = encoded << 8 >> 20;
        return (encoded >>> KIND_SHIFT & SHIFT_ARGUMENT) == 0 ? argument : 1 << (argument & 31);
    }

    /** What the second word becomes. */
    static int apply(int encoded, int old) {
        int argument = argument(encoded);
        return switch (kind(encoded)) {
            case 0 -> argument;
            case 1 -> old + argument;
            case 2 -> old | argument;
            case 3 -> old & ~argument;
            default -> old ^ argument;
        };
    }

    /** Whether sleepers on the second word are woken as well. */
    static boolean compares(int encoded, int old) {
        int reference = encoded << 20 >> 20;
        return switch (comparison(encoded)) {
            case 0 -> old == reference;
            case 1 -> old != reference;
            case 2 -> old < reference;
            case 3 -> old <= reference;
            case 4 -> old > reference;
            default -> old >= reference;
        };
    }
}
