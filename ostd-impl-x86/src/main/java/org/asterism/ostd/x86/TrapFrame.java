package org.asterism.ostd.x86;

/** Layout of the registers that trap entry stores, from the lowest address; shared with {@code traps.S}. */
final class TrapFrame {
    static final int R15 = 0;
    static final int R14 = 8;
    static final int R13 = 16;
    static final int R12 = 24;
    static final int R11 = 32;
    static final int R10 = 40;
    static final int R9 = 48;
    static final int R8 = 56;
    static final int RBP = 64;
    static final int RDI = 72;
    static final int RSI = 80;
    static final int RDX = 88;
    static final int RCX = 96;
    static final int RBX = 104;
    static final int RAX = 112;
    /** The vector, or {@link #VECTOR_SYSCALL}. */
    static final int VECTOR = 120;
    static final int ERROR = 128;
    static final int RIP = 136;
    static final int CS = 144;
    static final int RFLAGS = 152;
    static final int RSP = 160;
    static final int SS = 168;
    /** Bytes of a frame. */
    static final int BYTES = 176;

    /** Stands for a system call where a vector is expected. */
    static final int VECTOR_SYSCALL = 256;

    private TrapFrame() {}
}
