package org.asterism.ostd.frames;

/** Layout of the 16 bytes that the allocator keeps for each frame, and the kinds of frames. */
final class FrameMetadata {
    /** Bytes of a record. */
    static final int BYTES = 16;
    /** {@code int}: references of an untyped frame; mapped entries of a page table. */
    static final int COUNT = 0;
    /** {@code byte}: one of the kinds. */
    static final int KIND = 4;
    /** {@code byte}: base-2 logarithm of the frames in the free block that begins here. */
    static final int ORDER = 5;
    /** {@code int}: number of the first frame of the next free block of the same order, 0 at the end. */
    static final int NEXT = 8;
    /** {@code int}: number of the first frame of the previous free block, 0 at the beginning. */
    static final int PREVIOUS = 12;

    /** Not under the allocator's control, or inside a block whose first frame tells more. */
    static final byte KIND_NONE = 0;
    /** First frame of a free block. */
    static final byte KIND_FREE = 1;
    /** Bytes that services may copy and map. */
    static final byte KIND_UNTYPED = 2;
    /** Kernel memory. */
    static final byte KIND_TYPED = 3;

    private FrameMetadata() {}
}
