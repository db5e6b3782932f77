package org.asterism.service.proc.syscall;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;

/**
 * The encoded operation of FUTEX_WAKE_OP.
 *
 * @param kind 0 set, 1 add, 2 or, 3 and-not, 4 xor
 * @param argument what it is done with
 * @param comparison 0 ==, 1 !=, 2 &lt;, 3 &lt;=, 4 &gt;, 5 &gt;=
 * @param reference what the old value is compared with
 */
record WakeOperation(int kind, int argument, int comparison, int reference) {
    private static final int SHIFT_ARGUMENT = 8;

    static WakeOperation decode(int encoded) throws KernelException {
        int kind = encoded >>> 28;
        int comparison = encoded >>> 24 & 0xf;
        int argument = encoded << 8 >> 20;
        int reference = encoded << 20 >> 20;
        if ((kind & SHIFT_ARGUMENT) != 0) {
            argument = 1 << (argument & 31);
            kind &= ~SHIFT_ARGUMENT;
        }
        if (kind > 4 || comparison > 5) {
            throw KernelException.of(Errno.ENOSYS);
        }
        return new WakeOperation(kind, argument, comparison, reference);
    }

    int apply(int old) {
        return switch (kind) {
            case 0 -> argument;
            case 1 -> old + argument;
            case 2 -> old | argument;
            case 3 -> old & ~argument;
            default -> old ^ argument;
        };
    }

    boolean compares(int old) {
        return switch (comparison) {
            case 0 -> old == reference;
            case 1 -> old != reference;
            case 2 -> old < reference;
            case 3 -> old <= reference;
            case 4 -> old > reference;
            default -> old >= reference;
        };
    }
}
