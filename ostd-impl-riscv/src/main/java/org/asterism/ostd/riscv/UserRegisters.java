package org.asterism.ostd.riscv;

import org.asterism.ostd.bare.RegisterImage;

/** The registers of a user program: f0 to f31 and fcsr, a {@link TrapFrame} that trap entry fills in place, the number of the last system call. */
final class UserRegisters extends RegisterImage {
    /** Bytes of the floating-point image, as signal frames hold it: {@code struct __riscv_d_ext_state}. */
    static final int FLOATING_BYTES = 264;
    /** Offset of fcsr. */
    static final int CONTROL = 256;
    /** Offset of the frame. */
    static final int FRAME = 272;
    /** Offset of a7 at the last system call. */
    static final int SYSCALL_NUMBER = FRAME + TrapFrame.BYTES;

    private static final int BYTES = SYSCALL_NUMBER + 8;

    UserRegisters() {
        super(BYTES);
    }

    long frame(int offset) {
        return get(FRAME + offset);
    }

    void setFrame(int offset, long value) {
        set(FRAME + offset, value);
    }
}
