package org.asterism.ostd.riscv;

/** Layout of the registers that trap entry stores; shared with {@code traps.S}. Register n lies at 8 n; x0's place holds the program counter. */
final class TrapFrame {
    static final int PC = 0;
    static final int RA = 8;
    static final int SP = 16;
    static final int TP = 32;
    static final int S0 = 64;
    static final int A0 = 80;
    static final int A1 = 88;
    static final int A2 = 96;
    static final int A3 = 104;
    static final int A7 = 136;
    /** scause: negative for interrupts. */
    static final int CAUSE = 256;
    /** stval: what a fault was about. */
    static final int VALUE = 264;
    /** sstatus, in kernel mode only. */
    static final int STATUS = 272;
    /** Bytes of a frame. */
    static final int BYTES = 288;

    private TrapFrame() {}
}
