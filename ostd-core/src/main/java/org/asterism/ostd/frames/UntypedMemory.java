package org.asterism.ostd.frames;

import java.util.Arrays;
import org.asterism.ostd.arch.PhysicalMemory;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.spi.FrameMemory;
import org.asterism.ostd.unsafe.Address;

/** The API's frames and frame tables, over the allocator. Tables are {@link FrameTree}s. */
public final class UntypedMemory implements FrameMemory {
    private final FrameAllocator allocator;
    private final PhysicalMemory memory;

    /**
     * Frames of an allocator.
     *
     * @param allocator where they come from
     */
    public UntypedMemory(FrameAllocator allocator) {
        this.allocator = allocator;
        this.memory = allocator.memory();
    }

    @Override
    public long allocateZeroed() {
        return allocator.allocateUntypedZeroed();
    }

    @Override
    public void addReference(long frame) {
        allocator.addReference(frame);
    }

    @Override
    public void dropReference(long frame) {
        allocator.dropReference(frame);
    }

    @Override
    public int referenceCount(long frame) {
        return allocator.referenceCount(frame);
    }

    @Override
    public void read(long frame, int offset, byte[] into, int at, int length) {
        memory.copyToArray(memory.address(frame) + offset, into, at, length);
    }

    @Override
    public void write(long frame, int offset, byte[] from, int at, int length) {
        memory.copyFromArray(from, at, memory.address(frame) + offset, length);
    }

    @Override
    public Object createTable() {
        return new FrameTree(allocator);
    }

    @Override
    public void readTable(Object table, long position, byte[] into, int at, int length) {
        FrameTree tree = (FrameTree) table;
        int done = 0;
        while (done < length) {
            long next = position + done;
            int offset = (int) next & PageSize.OFFSET_MASK;
            int part = Math.min(length - done, PageSize.BYTES - offset);
            tree.lock().lock();
            try {
                long frame = tree.frame(next >>> PageSize.SHIFT);
                if (frame != 0) {
                    memory.copyToArray(memory.address(frame) + offset, into, at + done, part);
                } else {
                    Arrays.fill(into, at + done, at + done + part, (byte) 0);
                }
            } finally {
                tree.lock().unlock();
            }
            done += part;
        }
    }

    @Override
    public void writeTable(Object table, long position, byte[] from, int at, int length) {
        FrameTree tree = (FrameTree) table;
        int done = 0;
        while (done < length) {
            long next = position + done;
            int offset = (int) next & PageSize.OFFSET_MASK;
            int part = Math.min(length - done, PageSize.BYTES - offset);
            tree.lock().lock();
            try {
                long frame = tree.ensure(next >>> PageSize.SHIFT);
                memory.copyFromArray(from, at + done, memory.address(frame) + offset, part);
            } finally {
                tree.lock().unlock();
            }
            done += part;
        }
    }

    @Override
    public boolean ensureTablePage(Object table, long index) {
        FrameTree tree = (FrameTree) table;
        tree.lock().lock();
        try {
            long before = tree.pages();
            tree.ensure(index);
            return tree.pages() != before;
        } finally {
            tree.lock().unlock();
        }
    }

    @Override
    public boolean hasTablePage(Object table, long index) {
        FrameTree tree = (FrameTree) table;
        tree.lock().lock();
        try {
            return tree.frame(index) != 0;
        } finally {
            tree.lock().unlock();
        }
    }

    @Override
    public void putTablePage(Object table, long index, long frame) {
        FrameTree tree = (FrameTree) table;
        tree.lock().lock();
        try {
            tree.put(index, frame);
        } catch (OutOfMemoryError noNode) {
            allocator.dropReference(frame);
            throw noNode;
        } finally {
            tree.lock().unlock();
        }
    }

    @Override
    public void truncateTable(Object table, long size) {
        FrameTree tree = (FrameTree) table;
        tree.lock().lock();
        try {
            tree.drop(PageSize.ceil(size) >>> PageSize.SHIFT, Long.MAX_VALUE);
            zero(tree, size, PageSize.ceil(size));
        } finally {
            tree.lock().unlock();
        }
    }

    @Override
    public void discardTable(Object table, long position, long length) {
        FrameTree tree = (FrameTree) table;
        long end = position + length;
        long firstWhole = PageSize.ceil(position);
        long lastWhole = PageSize.floor(end);
        tree.lock().lock();
        try {
            if (firstWhole > lastWhole) {
                zero(tree, position, end);
            } else {
                zero(tree, position, firstWhole);
                tree.drop(firstWhole >>> PageSize.SHIFT, lastWhole >>> PageSize.SHIFT);
                zero(tree, lastWhole, end);
            }
        } finally {
            tree.lock().unlock();
        }
    }

    @Override
    public long tablePageCount(Object table) {
        FrameTree tree = (FrameTree) table;
        tree.lock().lock();
        try {
            return tree.pages();
        } finally {
            tree.lock().unlock();
        }
    }

    @Override
    public long totalBytes() {
        return allocator.totalFrames() << PageSize.SHIFT;
    }

    @Override
    public long freeBytes() {
        return allocator.freeFrames() << PageSize.SHIFT;
    }

    /** Zeroes a range inside one page, if the page is present. */
    private void zero(FrameTree tree, long from, long to) {
        long frame = from < to ? tree.frame(from >>> PageSize.SHIFT) : 0;
        for (long i = from; frame != 0 && i < to; i++) {
            Address.storeByte(memory.address(frame) + (i & PageSize.OFFSET_MASK), (byte) 0);
        }
    }
}
