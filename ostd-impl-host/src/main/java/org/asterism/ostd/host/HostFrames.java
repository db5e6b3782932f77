package org.asterism.ostd.host;

import java.util.Arrays;
import java.util.Map;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.spi.FrameMemory;

/** Simulated physical memory with exact reference counts: a frame used after its last reference is gone throws. */
final class HostFrames implements FrameMemory {
    private static final long BASE = 1 << 20;

    private final byte[][] contents;
    private final int[] references;
    private final int[] free;
    private int freeCount;
    private long allocationsUntilFailure = Long.MAX_VALUE;

    HostFrames(long bytes) {
        int count = Math.toIntExact(bytes >>> PageSize.SHIFT);
        contents = new byte[count][];
        references = new int[count];
        free = new int[count];
        for (int i = 0; i < count; i++) {
            free[i] = count - 1 - i;
        }
        freeCount = count;
    }

    /** Makes the allocation after {@code allocations} more ones fail, once. */
    void failAfter(long allocations) {
        allocationsUntilFailure = allocations;
    }

    /** Frames that have a reference. */
    int liveFrames() {
        return contents.length - freeCount;
    }

    @Override
    public long allocateZeroed() {
        if (allocationsUntilFailure != Long.MAX_VALUE && allocationsUntilFailure-- == 0) {
            allocationsUntilFailure = Long.MAX_VALUE;
            throw new OutOfMemoryError("simulated failure of a frame allocation, as the test asked");
        }
        if (freeCount == 0) {
            throw new OutOfMemoryError("no free frame of " + contents.length
                    + "; give the test machine more memory, or close what is no longer used");
        }
        int index = free[--freeCount];
        contents[index] = new byte[PageSize.BYTES];
        references[index] = 1;
        return BASE + ((long) index << PageSize.SHIFT);
    }

    @Override
    public void addReference(long frame) {
        references[index(frame)]++;
    }

    @Override
    public void dropReference(long frame) {
        int index = index(frame);
        if (--references[index] == 0) {
            contents[index] = null;
            free[freeCount++] = index;
        }
    }

    @Override
    public int referenceCount(long frame) {
        return references[index(frame)];
    }

    /** The bytes of a live frame. */
    byte[] bytes(long frame) {
        return contents[index(frame)];
    }

    /** A new frame with the bytes of another. */
    long copy(long frame) {
        long made = allocateZeroed();
        System.arraycopy(bytes(frame), 0, bytes(made), 0, PageSize.BYTES);
        return made;
    }

    @Override
    public void read(long frame, int offset, byte[] into, int at, int length) {
        System.arraycopy(bytes(frame), offset, into, at, length);
    }

    @Override
    public void write(long frame, int offset, byte[] from, int at, int length) {
        System.arraycopy(from, at, bytes(frame), offset, length);
    }

    @Override
    public Object createTable() {
        return new HostTable();
    }

    @Override
    public void readTable(Object table, long position, byte[] into, int at, int length) {
        int done = 0;
        while (done < length) {
            int offset = (int) (position + done) & PageSize.OFFSET_MASK;
            int part = Math.min(length - done, PageSize.BYTES - offset);
            Long frame = pages(table).get((position + done) >>> PageSize.SHIFT);
            if (frame == null) {
                Arrays.fill(into, at + done, at + done + part, (byte) 0);
            } else {
                read(frame, offset, into, at + done, part);
            }
            done += part;
        }
    }

    @Override
    public void writeTable(Object table, long position, byte[] from, int at, int length) {
        int done = 0;
        while (done < length) {
            int offset = (int) (position + done) & PageSize.OFFSET_MASK;
            int part = Math.min(length - done, PageSize.BYTES - offset);
            long index = (position + done) >>> PageSize.SHIFT;
            ensureTablePage(table, index);
            write(pages(table).get(index), offset, from, at + done, part);
            done += part;
        }
    }

    @Override
    public boolean ensureTablePage(Object table, long index) {
        if (pages(table).containsKey(index)) {
            return false;
        }
        pages(table).put(index, allocateZeroed());
        return true;
    }

    @Override
    public boolean hasTablePage(Object table, long index) {
        return pages(table).containsKey(index);
    }

    @Override
    public void putTablePage(Object table, long index, long frame) {
        Long previous = pages(table).put(index, frame);
        if (previous != null) {
            dropReference(previous);
        }
    }

    @Override
    public void truncateTable(Object table, long size) {
        discardTable(table, size, Long.MAX_VALUE - size - PageSize.BYTES);
    }

    @Override
    public void discardTable(Object table, long position, long length) {
        long end = position + length;
        long firstWhole = PageSize.ceil(position) >>> PageSize.SHIFT;
        long endWhole = PageSize.floor(end) >>> PageSize.SHIFT;
        if (firstWhole > endWhole) {
            zero(table, position, end);
            return;
        }
        zero(table, position, firstWhole << PageSize.SHIFT);
        zero(table, endWhole << PageSize.SHIFT, end);
        Map<Long, Long> dropped = ((HostTable) table).pages.subMap(firstWhole, endWhole);
        for (long frame : dropped.values()) {
            dropReference(frame);
        }
        dropped.clear();
    }

    @Override
    public long tablePageCount(Object table) {
        return pages(table).size();
    }

    @Override
    public long totalBytes() {
        return (long) contents.length << PageSize.SHIFT;
    }

    @Override
    public long freeBytes() {
        return (long) freeCount << PageSize.SHIFT;
    }

    private void zero(Object table, long from, long to) {
        Long frame = from < to ? pages(table).get(from >>> PageSize.SHIFT) : null;
        if (frame != null) {
            int offset = (int) from & PageSize.OFFSET_MASK;
            Arrays.fill(bytes(frame), offset, offset + (int) (to - from), (byte) 0);
        }
    }

    private int index(long frame) {
        long index = (frame - BASE) >>> PageSize.SHIFT;
        if (index < 0 || index >= contents.length || references[(int) index] == 0) {
            throw new IllegalStateException("frame 0x" + Long.toHexString(frame)
                    + " has no reference: it was used after it was dropped");
        }
        return (int) index;
    }

    private static Map<Long, Long> pages(Object table) {
        return ((HostTable) table).pages;
    }
}
