package org.asterism.ostd.x86;

import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.ObjectLayout;
import org.asterism.ostd.unsafe.ObjectReference;

/**
 * The registers of a user program, in an array of longs, whose data is 16-byte aligned and not a root: the FXSAVE image, then a
 * {@link TrapFrame} that trap entry fills in place, then what does not fit a frame.
 */
final class UserImage {
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

    private static final int WORDS = (FRAME_END + 32) / 8;

    private final long[] words = new long[WORDS];

    /** Address of the image, constant: objects do not move. */
    long address() {
        return ObjectReference.toAddress(words) + ObjectLayout.ARRAY_DATA;
    }

    long get(int offset) {
        return words[offset >> 3];
    }

    void set(int offset, long value) {
        words[offset >> 3] = value;
    }

    long frame(int offset) {
        return words[FRAME + offset >> 3];
    }

    void setFrame(int offset, long value) {
        words[FRAME + offset >> 3] = value;
    }

    void copyFrom(UserImage source) {
        System.arraycopy(source.words, 0, words, 0, WORDS);
    }

    /** A byte of the FXSAVE image. */
    byte floatingByte(int at) {
        return Address.loadByte(address() + at);
    }

    /** Sets a byte of the FXSAVE image. */
    void setFloatingByte(int at, byte value) {
        Address.storeByte(address() + at, value);
    }
}
