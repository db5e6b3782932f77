package org.asterism.ostd.x86;

import org.asterism.ostd.bare.RegisterImage;

/**
 * The registers of a user program: the FXSAVE image, then a
 * {@link TrapFrame} that trap entry fills in place, then what does not fit a frame.
 */
final class UserImage extends RegisterImage {
    /** Bytes of the FXSAVE image. */
    static final int FLOATING_BYTES = 512;
    /** Offset of the frame. */
    static final int FRAME = FLOATING_BYTES;
    /** Offset of the end of the frame. */
    static final int FRAME_END = FRAME + TrapFrame.BYTES;
    /** Offset of the FS base. */
    static final int FS_BASE = FRAME_END;
    /** Offset of the GS base. */
    static final int GS_BASE = FRAME_END + 8;
    /** Offset of the faulting address of the last exception. */
    static final int FAULT_ADDRESS = FRAME_END + 16;
    /** Offset of rax at the last system call. */
    static final int SYSCALL_NUMBER = FRAME_END + 24;

    private static final int BYTES = FRAME_END + 32;

    UserImage() {
        super(BYTES);
    }

    long frame(int offset) {
        return get(FRAME + offset);
    }

    void setFrame(int offset, long value) {
        set(FRAME + offset, value);
    }
}
