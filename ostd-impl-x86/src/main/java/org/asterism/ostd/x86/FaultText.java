package org.asterism.ostd.x86;

/** What exceptions of the processor are called, and what their error codes mean (Intel SDM, volume 3, §6.15). Literals, for reports that must not allocate. */
final class FaultText {
    private static final int PROTECTION = 1;
    private static final int WRITE = 1 << 1;
    private static final int RESERVED = 1 << 3;
    private static final int FETCH = 1 << 4;

    private FaultText() {}

    static String name(int vector) {
        return switch (vector) {
            case Traps.DIVIDE_ERROR -> "divide error";
            case 3 -> "breakpoint";
            case Traps.INVALID_OPCODE -> "invalid opcode";
            case Traps.DOUBLE_FAULT -> "double fault";
            case 12 -> "stack segment fault";
            case Traps.GENERAL_PROTECTION -> "general protection fault";
            case Traps.PAGE_FAULT -> "page fault";
            case 17 -> "alignment check";
            case Traps.MACHINE_CHECK -> "machine check";
            default -> "unexpected exception";
        };
    }

    /** What a page fault was about. */
    static String access(long error) {
        if ((error & RESERVED) != 0) {
            return ", a reserved bit is set in a page table";
        }
        if ((error & FETCH) != 0) {
            return ", execution of what is not code";
        }
        if ((error & WRITE) != 0) {
            return (error & PROTECTION) != 0 ? ", a write to a protected page" : ", a write to nothing";
        }
        return (error & PROTECTION) != 0 ? ", a read of a protected page" : ", a read of nothing";
    }
}
