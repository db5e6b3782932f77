package org.asterism.ostd.mm;

import java.util.Arrays;
import java.util.Objects;

/** A {@link MemoryWriter} over a range of a byte array; it never faults. */
public final class ArrayWriter extends MemoryWriter {
    private final byte[] bytes;
    private int next;
    private int end;

    /**
     * Writes a range of an array.
     *
     * @param bytes the destination
     * @param offset the first byte
     * @param length how many
     */
    public ArrayWriter(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        this.bytes = bytes;
        this.next = offset;
        this.end = offset + length;
    }

    @Override
    public long remaining() {
        return end - next;
    }

    @Override
    public int write(byte[] from, int at, int length) {
        int count = Math.min(length, end - next);
        System.arraycopy(from, at, bytes, next, count);
        next += count;
        return count;
    }

    @Override
    public int write(FrameTable from, long position, int length) {
        int count = Math.min(length, end - next);
        from.read(position, bytes, next, count);
        next += count;
        return count;
    }

    @Override
    public int writeZeroes(int length) {
        int count = Math.min(length, end - next);
        Arrays.fill(bytes, next, next + count, (byte) 0);
        next += count;
        return count;
    }

    @Override
    public void limit(long length) {
        if (length < end - next) {
            end = next + (int) Math.max(0, length);
        }
    }
}
