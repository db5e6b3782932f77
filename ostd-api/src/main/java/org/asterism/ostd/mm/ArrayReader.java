package org.asterism.ostd.mm;

import java.util.Objects;

/** A {@link MemoryReader} over a range of a byte array; it never faults. */
public final class ArrayReader extends MemoryReader {
    private final byte[] bytes;
    private int next;
    private int end;

    /**
     * Reads a range of an array.
     *
     * @param bytes the source
     * @param offset the first byte
     * @param length how many
     */
    public ArrayReader(byte[] bytes, int offset, int length) {
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
    public int read(byte[] into, int at, int length) {
        int count = Math.min(length, end - next);
        System.arraycopy(bytes, next, into, at, count);
        next += count;
        return count;
    }

    @Override
    public int read(FrameTable into, long position, int length) {
        int count = Math.min(length, end - next);
        into.write(position, bytes, next, count);
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
