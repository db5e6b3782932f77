package org.asterism.ostd.riscv;

/** What exceptions of the processor are called (privileged architecture, table 4.2). Literals, for reports that must not allocate. */
final class FaultText {
    private FaultText() {}

    static String name(int cause) {
        return switch (cause) {
            case Traps.FETCH_MISALIGNED -> "misaligned instruction address";
            case Traps.ILLEGAL_INSTRUCTION -> "illegal instruction";
            case Traps.BREAKPOINT -> "breakpoint";
            case Traps.LOAD_MISALIGNED, Traps.STORE_MISALIGNED -> "misaligned access";
            case Traps.FETCH_ACCESS, Traps.LOAD_ACCESS, Traps.STORE_ACCESS -> "access fault";
            case Traps.FETCH_PAGE, Traps.LOAD_PAGE, Traps.STORE_PAGE -> "page fault";
            default -> "unexpected exception";
        };
    }

    /** What an access was about. */
    static String access(int cause) {
        return switch (cause) {
            case Traps.FETCH_ACCESS, Traps.FETCH_PAGE -> ", execution of what is not code";
            case Traps.STORE_ACCESS, Traps.STORE_PAGE -> ", a write to nothing or to a protected page";
            case Traps.LOAD_ACCESS, Traps.LOAD_PAGE -> ", a read of nothing or of a protected page";
            default -> "";
        };
    }
}
