package org.asterism.ostd.mm;

/**
 * A cursor to which bytes are given: the destination of a {@code read}.
 *
 * <p>A short count never throws: the caller decides what a fault means ({@link #remaining()} is not zero then).
 */
public abstract sealed class MemoryWriter permits UserWriter, ArrayWriter {
    MemoryWriter() {
    }

    /**
     * Bytes of room that are left.
     *
     * @return from 0
     */
    public abstract long remaining();

    /**
     * Gives bytes of an array and moves on.
     *
     * @param from where to take them
     * @param at index of the first byte
     * @param length how many at most
     * @return how many were given; fewer than {@code min(length, remaining())} means a fault
     */
    public abstract int write(byte[] from, int at, int length);

    /**
     * Gives bytes of a table of pages and moves on; pages not present give zeroes.
     *
     * @param from where to take them
     * @param position of the first byte
     * @param length how many at most
     * @return how many were given; fewer than {@code min(length, remaining())} means a fault
     */
    public abstract int write(FrameTable from, long position, int length);

    /**
     * Gives zero bytes and moves on.
     *
     * @param length how many at most
     * @return how many were given; fewer than {@code min(length, remaining())} means a fault
     */
    public abstract int writeZeroes(int length);

    /**
     * Limits the room that is left.
     *
     * @param length bytes; a larger value than {@link #remaining()} changes nothing
     */
    public abstract void limit(long length);
}
