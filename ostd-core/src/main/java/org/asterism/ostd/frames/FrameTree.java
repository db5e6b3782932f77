package org.asterism.ostd.frames;

import org.asterism.ostd.arch.RawLock;
import org.asterism.ostd.effect.BoundedRecursion;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.unsafe.Address;

/**
 * A sparse array of references to untyped frames: a radix tree of typed frames with 512 slots each, as high as its largest index asks for.
 * A slot holds the physical address of a frame or of a lower node, 0 for none.
 *
 * <p>Every method but {@link #lock} is called with the lock held.
 */
public final class FrameTree {
    private static final int SLOTS = 512;
    private static final int SLOT_BITS = 9;

    private final FrameAllocator allocator;
    private final RawLock lock = new RawLock();
    private long root;
    private int height;
    private long pages;

    FrameTree(FrameAllocator allocator) {
        this.allocator = allocator;
    }

    /**
     * What guards this tree.
     *
     * @return never null
     */
    public RawLock lock() {
        return lock;
    }

    /**
     * The frame at an index.
     *
     * @param index page number
     * @return physical address, 0 if none is present
     */
    public long frame(long index) {
        if (height == 0 || index >= span(height)) {
            return 0;
        }
        long node = root;
        for (int level = height - 1; level >= 0 && node != 0; level--) {
            node = Address.loadLong(slot(node, index, level));
        }
        return node;
    }

    /**
     * The frame at an index, a new one of zeroes if none is present.
     *
     * @param index page number
     * @return physical address
     * @throws OutOfMemoryError when no frame is free
     */
    public long ensure(long index) {
        long slot = slotFor(index);
        long frame = Address.loadLong(slot);
        if (frame == 0) {
            frame = allocator.allocateUntypedZeroed();
            Address.storeLong(slot, frame);
            pages++;
        }
        return frame;
    }

    /**
     * Replaces the frame at an index, dropping the reference to the old one.
     *
     * @param index page number
     * @param frame physical address; its reference passes to the tree
     * @throws OutOfMemoryError when no frame is free for a node; the reference stays with the caller
     */
    public void put(long index, long frame) {
        long slot = slotFor(index);
        long old = Address.loadLong(slot);
        Address.storeLong(slot, frame);
        if (old == 0) {
            pages++;
        } else {
            allocator.dropReference(old);
        }
    }

    /**
     * Drops the frames of a range of indices, and the nodes that become empty by it.
     *
     * @param from first page number
     * @param to   page number past the last
     */
    public void drop(long from, long to) {
        if (root == 0 || from >= to) {
            return;
        }
        if (dropIn(root, height - 1, 0, from, to)) {
            allocator.freeTyped(root, 1);
            root = 0;
            height = 0;
        }
    }

    /**
     * Counts frames.
     *
     * @return pages present
     */
    public long pages() {
        return pages;
    }

    private long slotFor(long index) {
        while (height == 0 || index >= span(height)) {
            long node = allocator.allocateTypedZeroed();
            Address.storeLong(allocator.memory().address(node), root);
            root = node;
            height++;
        }
        long node = root;
        for (int level = height - 1; level > 0; level--) {
            long slot = slot(node, index, level);
            node = Address.loadLong(slot);
            if (node == 0) {
                node = allocator.allocateTypedZeroed();
                Address.storeLong(slot, node);
            }
        }
        return slot(node, index, 0);
    }

    /** Drops what lies in a range below a node; returns whether the node is empty now. */
    @BoundedRecursion(times = 6, because = "a call for each level; 51 bits of a page number, 9 each")
    private boolean dropIn(long node, int level, long first, long from, long to) {
        boolean empty = true;
        long width = span(level);
        for (int i = 0; i < SLOTS; i++) {
            long slot = allocator.memory().address(node) + 8L * i;
            long child = Address.loadLong(slot);
            if (child == 0) {
                continue;
            }
            long start = first + i * width;
            if (start + width <= from || start >= to) {
                empty = false;
            } else if (level == 0) {
                Address.storeLong(slot, 0);
                allocator.dropReference(child);
                pages--;
            } else if (dropIn(child, level - 1, start, from, to)) {
                Address.storeLong(slot, 0);
                allocator.freeTyped(child, 1);
            } else {
                empty = false;
            }
        }
        return empty;
    }

    private long slot(long node, long index, int level) {
        return allocator.memory().address(node) + ((index >>> SLOT_BITS * level & SLOTS - 1) << 3);
    }

    private static long span(int height) {
        return 1L << SLOT_BITS * height;
    }
}
