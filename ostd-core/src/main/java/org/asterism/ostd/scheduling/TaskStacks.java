package org.asterism.ostd.scheduling;

import org.asterism.ostd.arch.AddressTranslation;
import org.asterism.ostd.arch.PageTableFormat;
import org.asterism.ostd.arch.RawLock;
import org.asterism.ostd.frames.FrameAllocator;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.paging.PageTables;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.ThreadArea;

/**
 * Kernel stacks, each in a slot of its own in a range of kernel addresses: unmapped guard pages below, the stack, and the thread area above
 * it. A few stacks of ended tasks are kept mapped for the next ones; more are unmapped and their frames freed.
 *
 * <p>Slot 0 is not used, so a slot number is also the identity of its task in monitors.
 */
public final class TaskStacks {
    /** Most tasks alive; identities are 16 bits. */
    public static final int MOST_STACKS = 0xFFFE;
    private static final int KEPT = 8;

    private final FrameAllocator allocator;
    private final PageTables tables;
    private final PageTableFormat format;
    private final AddressTranslation translation;
    private final long kernelRoot;
    private final long start;
    private final StackLayout layout;
    /** Of a slot; what is not stack is guard. */
    private final int slotBytes;
    private final RawLock lock = new RawLock();
    private final int[] kept = new int[KEPT];
    private int keptCount;
    /** Bit i tells that slot i is taken or kept. */
    private final long[] taken = new long[MOST_STACKS / 64 + 1];
    /** No slot below this word is free. */
    private int searchFrom;

    /**
     * Stacks in a range of kernel addresses.
     *
     * @param allocator   where their frames come from
     * @param format      of page-table entries
     * @param translation of the processors
     * @param kernelRoot  physical address of a root table whose kernel half all others share
     * @param start       first address of the range
     * @param layout      of each
     */
    public TaskStacks(FrameAllocator allocator, PageTableFormat format, AddressTranslation translation, long kernelRoot, long start, StackLayout layout) {
        this.allocator = allocator;
        this.format = format;
        this.tables = new PageTables(format, allocator);
        this.translation = translation;
        this.kernelRoot = kernelRoot;
        this.start = start;
        this.layout = layout;
        this.slotBytes = 2 * layout.bytes();
        taken[0] = 1;
    }

    /**
     * Takes a stack.
     *
     * @return its slot
     * @throws OutOfMemoryError when there are no frames or no slots
     */
    int take() {
        int slot = 0;
        lock.lock();
        try {
            if (keptCount > 0) {
                slot = kept[--keptCount];
            } else {
                slot = freeSlot();
                map(slot);
            }
        } finally {
            lock.unlock();
        }
        prepareArea(slot);
        return slot;
    }

    /** Gives a stack back that nobody runs on any more. */
    void give(int slot) {
        lock.lock();
        try {
            if (keptCount < KEPT) {
                kept[keptCount++] = slot;
            } else {
                unmap(slot, layout.bytes());
                taken[slot >> 6] &= ~(1L << slot);
                searchFrom = Math.min(searchFrom, slot >> 6);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Address of the thread area of a slot: the end of its stack. */
    long area(int slot) {
        return start + (slot + 1L) * slotBytes - ThreadArea.BYTES;
    }

    /**
     * Tells whether an address lies in a guard.
     *
     * @param address that faulted
     * @return whether a stack overflow made it fault
     */
    public boolean isGuard(long address) {
        long offset = address - start;
        return offset >= 0 && offset < (MOST_STACKS + 1L) * slotBytes && offset % slotBytes < layout.bytes();
    }

    /** The most bytes that any mapped stack ever held: those below were zero when it was mapped and still are. */
    int deepestBytes() {
        int deepest = 0;
        for (int slot = 1; slot <= MOST_STACKS; slot++) {
            if (taken[slot >> 6] == 0) {
                slot |= Long.SIZE - 1;
                continue;
            }
            lock.lock();
            if ((taken[slot >> 6] >>> slot & 1) != 0) {
                deepest = Math.max(deepest, usedBytes(slot));
            }
            lock.unlock();
        }
        return deepest;
    }

    private int usedBytes(int slot) {
        long area = area(slot);
        long lowest = area + ThreadArea.BYTES - layout.bytes();
        while (lowest < area && Address.loadLong(lowest) == 0) {
            lowest += Long.BYTES;
        }
        return (int) (area - lowest);
    }

    private void prepareArea(int slot) {
        long area = area(slot);
        Address.fillWords(area, ThreadArea.BYTES, 0);
        Address.storeLong(area + ThreadArea.SELF, area);
        Address.storeLong(area + ThreadArea.STACK_BASE, area);
        Address.storeLong(area + ThreadArea.STACK_LIMIT, area + ThreadArea.BYTES - layout.bytes() + layout.reserve());
        Address.storeInt(area + ThreadArea.TASK_ID, slot);
    }

    private int freeSlot() {
        for (int word = searchFrom; word < taken.length; word++) {
            int slot = (word << 6) + Long.numberOfTrailingZeros(~taken[word]);
            if (taken[word] != -1 && slot <= MOST_STACKS) {
                taken[word] |= 1L << slot;
                searchFrom = word;
                return slot;
            }
        }
        throw new OutOfMemoryError("no kernel stack is free: " + MOST_STACKS + " tasks are alive");
    }

    private void map(int slot) {
        long bottom = area(slot) + ThreadArea.BYTES - layout.bytes();
        int mapped = 0;
        try {
            while (mapped < layout.bytes()) {
                long table = tables.ensure(kernelRoot, bottom + mapped);
                long entry = format.kernelEntry(allocator.allocateTypedZeroed());
                Address.storeLongRelease(tables.slot(table, bottom + mapped, 0), entry);
                mapped += PageSize.BYTES;
            }
        } catch (OutOfMemoryError noFrame) {
            unmap(slot, mapped);
            taken[slot >> 6] &= ~(1L << slot);
            throw noFrame;
        }
    }

    /** Unmaps the first bytes of a stack. */
    private void unmap(int slot, int bytes) {
        long bottom = area(slot) + ThreadArea.BYTES - layout.bytes();
        for (long address = bottom; address < bottom + bytes; address += PageSize.BYTES) {
            long entry = tables.slot(tables.ensure(kernelRoot, address), address, 0);
            long frame = format.frame(Address.loadLong(entry));
            Address.storeLong(entry, 0);
            translation.flushKernel(address, address + PageSize.BYTES);
            // SAFETY: the page is unmapped everywhere and its task has ended.
            allocator.freeTyped(frame, 1);
        }
    }
}
