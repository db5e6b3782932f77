package org.asterism.ostd.paging;

import org.asterism.ostd.arch.PageTableFormat;
import org.asterism.ostd.effect.BoundedRecursion;
import org.asterism.ostd.frames.FrameAllocator;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.unsafe.Address;

/**
 * Walks and grows page tables. The allocator's count of a table's frame is the number of its entries in use, so that empty tables are
 * found and given back. Called with the space's lock held, or on a table that nobody else uses.
 */
public final class PageTables {
    private final PageTableFormat format;
    private final FrameAllocator allocator;

    /**
     * Tables of one format.
     *
     * @param format    of their entries
     * @param allocator where tables come from
     */
    public PageTables(PageTableFormat format, FrameAllocator allocator) {
        this.format = format;
        this.allocator = allocator;
    }

    /**
     * The lowest-level table that covers an address.
     *
     * @param root    physical address of the root
     * @param address any
     * @return physical address of the table; if a table is missing, the complement of the level whose entry is empty
     */
    long find(long root, long address) {
        long table = root;
        for (int level = format.levels() - 1; level > 0; level--) {
            long entry = Address.loadLong(slot(table, address, level));
            if (!format.isMapped(entry)) {
                return ~level;
            }
            table = format.frame(entry);
        }
        return table;
    }

    /**
     * The lowest-level table that covers an address, made if it is missing.
     *
     * @param root    physical address of the root
     * @param address any
     * @return physical address of the table
     * @throws OutOfMemoryError when no frame is free
     */
    public long ensure(long root, long address) {
        long table = root;
        for (int level = format.levels() - 1; level > 0; level--) {
            long slot = slot(table, address, level);
            long entry = Address.loadLong(slot);
            if (!format.isMapped(entry)) {
                // SAFETY: the new table is zeroed before its entry makes it visible to the hardware.
                long lower = allocator.allocateTypedZeroed();
                entry = format.tableEntry(lower);
                Address.storeLongRelease(slot, entry);
                allocator.addToCount(table, 1);
            }
            table = format.frame(entry);
        }
        return table;
    }

    /**
     * Where the entry of an address lies.
     *
     * @param table   physical address of a table
     * @param address any address it covers
     * @param level   of the table
     * @return an address in the linear map
     */
    public long slot(long table, long address, int level) {
        return allocator.memory().address(table) + PageTableFormat.slotOffset(address, level);
    }

    /**
     * Cuts the empty tables on the path to an address out of the tree, lowest first, and chains them through their first words: a
     * detached entry, which the hardware does not follow.
     *
     * @return the last one cut, for {@link #freeChain} after the flush; 0 if none was empty
     */
    long cutEmpty(long root, long address) {
        long chain = 0;
        for (int level = 1; level < format.levels(); level++) {
            long parent = tableAt(root, address, level);
            long slot = slot(parent, address, level);
            long table = format.frame(Address.loadLong(slot));
            if (allocator.addToCount(table, 0) != 0) {
                break;
            }
            Address.storeLong(slot, 0);
            allocator.addToCount(parent, -1);
            Address.storeLong(allocator.memory().address(table), chain);
            chain = table;
        }
        return chain;
    }

    /** Frees what {@link #cutEmpty} returned, after the flush. */
    void freeChain(long first) {
        long table = first;
        while (table != 0) {
            long next = Address.loadLong(allocator.memory().address(table));
            allocator.freeTyped(table, 1);
            table = next;
        }
    }

    private long tableAt(long root, long address, int level) {
        long table = root;
        for (int i = format.levels() - 1; i > level; i--) {
            table = format.frame(Address.loadLong(slot(table, address, i)));
        }
        return table;
    }

    /**
     * Frees a tree of tables that nobody follows any more, and drops the references of its pages. What the root maps for the kernel
     * is not counted, lies behind what it maps for users, and is left alone.
     *
     * @param table physical address
     * @param level of the table
     */
    @BoundedRecursion(times = 5, because = "a call for each level of tables")
    void free(long table, int level) {
        long slot = allocator.memory().address(table);
        int left = allocator.addToCount(table, 0);
        while (left > 0) {
            long entry = Address.loadLong(slot);
            slot += 8;
            if (entry != 0) {
                left--;
                if (level == 0) {
                    allocator.dropReference(format.frame(entry));
                } else {
                    free(format.frame(entry), level - 1);
                }
            }
        }
        allocator.freeTyped(table, 1);
    }
}
