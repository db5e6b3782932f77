package org.asterism.ostd.heap;

import org.asterism.ostd.unsafe.AlwaysInline;
import org.asterism.ostd.unsafe.ThreadArea;

/**
 * The sizes of cells in small blocks: multiples of 16 up to 128 bytes, four steps a doubling up to 4 KiB, then a sixth, fifth, quarter
 * and third of a block. Computed, not tabled, because the first object is allocated before any table could be.
 */
public final class SizeClasses {
    /** Number of size classes. */
    public static final int COUNT = ThreadArea.RUN_COUNT;
    /** The largest object, in bytes, that shares a block with others. */
    public static final int LARGEST = 10_720;

    private static final int LINEAR = 8;
    private static final int LINEAR_LIMIT = 128;
    private static final int GEOMETRIC_LIMIT = 4096;
    private static final int SIXTH = 5_360;
    private static final int FIFTH = 6_432;
    private static final int QUARTER = 8_048;

    private SizeClasses() {}

    /**
     * The class whose cells fit an object best.
     *
     * @param bytes of the object, 16 to {@link #LARGEST}
     * @return a class, from 0
     */
    @AlwaysInline
    public static int of(long bytes) {
        if (bytes <= LINEAR_LIMIT) {
            return (int) (bytes + 15 >>> 4) - 1;
        }
        if (bytes <= GEOMETRIC_LIMIT) {
            int last = (int) bytes - 1;
            int magnitude = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(last);
            return LINEAR + (magnitude - 7 << 2) + (last >>> magnitude - 2 & 3);
        }
        if (bytes <= SIXTH) {
            return COUNT - 4;
        }
        if (bytes <= FIFTH) {
            return COUNT - 3;
        }
        return bytes <= QUARTER ? COUNT - 2 : COUNT - 1;
    }

    /**
     * The size of the cells of a class.
     *
     * @param sizeClass from 0 to {@link #COUNT} - 1
     * @return bytes, a multiple of 16
     */
    @AlwaysInline
    public static int cellBytes(int sizeClass) {
        if (sizeClass < LINEAR) {
            return sizeClass + 1 << 4;
        }
        int step = sizeClass - LINEAR;
        if (step < 20) {
            return (step & 3) + 5 << (step >>> 2) + 5;
        }
        return switch (step) {
            case 20 -> SIXTH;
            case 21 -> FIFTH;
            case 22 -> QUARTER;
            default -> LARGEST;
        };
    }
}
