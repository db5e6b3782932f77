package org.asterism.ostd.mm;

/**
 * A cursor from which bytes are taken: the source of a {@code write}.
 *
 * <p>A short count never throws: the caller decides what a fault means ({@link #remaining()} is not zero then).
 */
public abstract sealed class MemoryReader permits UserReader, ArrayReader {
    MemoryReader() {
    }

    /**
     * Bytes that are left.
     *
     * @return from 0
     */
    public abstract long remaining();

    /**
     * Takes bytes into an array and moves on.
     *
     * @param into where to put them
     * @param at index of the first byte
     * @param length how many at most
     * @return how many were taken; fewer than {@code min(length, remaining())} means a fault, or no memory after something was taken
     * @throws OutOfMemoryError when there is no memory for the first byte
     */
    public abstract int read(byte[] into, int at, int length);

    /**
     * Takes bytes into a table of pages and moves on.
     *
     * @param into where to put them; pages are added as needed
     * @param position of the first byte
     * @param length how many at most
     * @return how many were taken; fewer than {@code min(length, remaining())} means a fault, or no memory after something was taken
     * @throws OutOfMemoryError when there is no memory for the first byte; an array's reader may have stored a prefix then
     */
    public abstract int read(FrameTable into, long position, int length);

    /**
     * Limits what is left.
     *
     * @param length bytes; a larger value than {@link #remaining()} changes nothing
     */
    public abstract void limit(long length);
}
