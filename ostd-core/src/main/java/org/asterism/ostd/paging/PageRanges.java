package org.asterism.ostd.paging;

import org.asterism.ostd.arch.AddressTranslation;
import org.asterism.ostd.arch.PageTableFormat;
import org.asterism.ostd.frames.FrameAllocator;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.mm.Protection;
import org.asterism.ostd.unsafe.Address;

/** Operations on ranges of a space, one lowest-level table at a time; absent tables are stepped over whole. */
final class PageRanges {
    private static final long TABLE_SPAN = PageTableFormat.span(1);

    private final FrameAllocator allocator;
    private final PageTableFormat format;
    private final AddressTranslation translation;
    private final PageTables tables;

    PageRanges(FrameAllocator allocator, PageTableFormat format, AddressTranslation translation, PageTables tables) {
        this.allocator = allocator;
        this.format = format;
        this.translation = translation;
        this.tables = tables;
    }

    /** Unmaps pages; returns how many there were. */
    long unmap(AddressSpace space, long from, long end) {
        long removed = 0;
        long address = from;
        while (address < end) {
            space.locked();
            try {
                long table = tables.find(space.root, address);
                long next = Math.min(end, after(address, table));
                if (table >= 0) {
                    removed += unmapIn(space, table, address, next);
                }
                address = next;
            } finally {
                space.lock.unlock();
            }
        }
        return removed;
    }

    private long unmapIn(AddressSpace space, long table, long from, long end) {
        int detached = 0;
        long first = tables.slot(table, from, 0);
        long last = first + (end - from >>> PageSize.SHIFT << 3);
        for (long slot = first; slot < last; slot += 8) {
            long entry = Address.loadLong(slot);
            if (format.isMapped(entry)) {
                Address.storeLong(slot, format.frame(entry));
                detached++;
            }
        }
        if (detached == 0) {
            return 0;
        }
        translation.flush(space.root, from, end);
        // SAFETY: every processor has forgotten the detached entries, so their frames may find new owners.
        for (long slot = first; slot < last; slot += 8) {
            long entry = Address.loadLong(slot);
            if (entry != 0) {
                Address.storeLong(slot, 0);
                allocator.dropReference(entry);
            }
        }
        space.pages -= detached;
        allocator.addToCount(table, -detached);
        freeIfEmpty(space, table, from);
        return detached;
    }

    /** Frees the table that covers an address, and those above it, as far as they have become empty. */
    private void freeIfEmpty(AddressSpace space, long table, long address) {
        if (allocator.addToCount(table, 0) == 0) {
            long cut = tables.cutEmpty(space.root, address);
            translation.flush(space.root, 0, format.maximumUserAddress());
            tables.freeChain(cut);
        }
    }

    /** Changes rights of mapped pages. */
    void protect(AddressSpace space, long from, long end, int protection) {
        long address = from;
        while (address < end) {
            space.locked();
            try {
                long table = tables.find(space.root, address);
                long next = Math.min(end, after(address, table));
                if (table >= 0 && protectIn(table, address, next, protection)) {
                    translation.flush(space.root, address, next);
                }
                address = next;
            } finally {
                space.lock.unlock();
            }
        }
    }

    private boolean protectIn(long table, long from, long end, int protection) {
        boolean changed = false;
        long slot = tables.slot(table, from, 0);
        for (long address = from; address < end; address += PageSize.BYTES, slot += 8) {
            long entry = Address.loadLong(slot);
            if (format.isMapped(entry) && format.protection(entry) != protection) {
                Address.storeLong(slot, format.withUsage(entry, format.userEntry(format.frame(entry), protection)));
                changed = true;
            }
        }
        return changed;
    }

    /** Shares mapped pages read-only with a child. */
    void cloneCopyOnWrite(AddressSpace parent, AddressSpace child, long from, long end) {
        long address = from;
        while (address < end) {
            parent.locked();
            try {
                long table = tables.find(parent.root, address);
                long next = Math.min(end, after(address, table));
                if (table >= 0) {
                    child.locked();
                    try {
                        cloneIn(parent, child, table, address, next);
                    } finally {
                        child.lock.unlock();
                    }
                }
                address = next;
            } finally {
                parent.lock.unlock();
            }
        }
    }

    private void cloneIn(AddressSpace parent, AddressSpace child, long table, long from, long end) {
        long target = tables.ensure(child.root, from);
        long slot = tables.slot(table, from, 0);
        long childSlot = tables.slot(target, from, 0);
        boolean changed = false;
        try {
            for (long address = from; address < end; address += PageSize.BYTES, slot += 8, childSlot += 8) {
                long entry = Address.loadLong(slot);
                if (!format.isMapped(entry)) {
                    continue;
                }
                if (Address.loadLong(childSlot) != 0) {
                    throw new IllegalArgumentException("the child maps a page at 0x" + Long.toHexString(address) + " already");
                }
                long frame = format.frame(entry);
                int protection = format.protection(entry);
                allocator.addReference(frame);
                if ((protection & Protection.WRITE) != 0) {
                    protection &= ~Protection.WRITE;
                    Address.storeLong(slot, format.withUsage(entry, format.userEntry(frame, protection)));
                    changed = true;
                }
                Address.storeLongRelease(childSlot, format.userEntry(frame, protection));
                allocator.addToCount(target, 1);
                child.pages++;
            }
        } finally {
            if (changed) {
                translation.flush(parent.root, from, end);
            }
        }
        freeIfEmpty(child, target, from);
    }

    /** Moves mapped pages to a free range. Tables are made first, so that running out of frames moves nothing. */
    void move(AddressSpace space, long from, long to, long end) {
        space.locked();
        try {
            prepareMove(space, from, to, end);
            for (long address = from; address < end;) {
                long table = tables.find(space.root, address);
                if (table >= 0) {
                    movePage(space, table, address, address - from + to);
                }
                address = table < 0 ? after(address, table) : address + PageSize.BYTES;
            }
            translation.flush(space.root, from, end);
            // only now: a table of the old range may be one of the new range that was still empty
            freeEmptyTables(space, from, end);
        } finally {
            space.lock.unlock();
        }
    }

    private void prepareMove(AddressSpace space, long from, long to, long end) {
        try {
            for (long address = from; address < end;) {
                long table = tables.find(space.root, address);
                if (table >= 0 && format.isMapped(Address.loadLong(tables.slot(table, address, 0)))) {
                    long target = tables.ensure(space.root, address - from + to);
                    if (Address.loadLong(tables.slot(target, address - from + to, 0)) != 0) {
                        throw new IllegalArgumentException("cannot move a page to 0x" + Long.toHexString(address - from + to)
                                + ": something is mapped there; unmap it first");
                    }
                }
                address = table < 0 ? after(address, table) : address + PageSize.BYTES;
            }
        } catch (IllegalArgumentException | OutOfMemoryError refused) {
            freeEmptyTables(space, to, end - from + to);
            throw refused;
        }
    }

    private void freeEmptyTables(AddressSpace space, long from, long end) {
        long address = from;
        while (address < end) {
            long table = tables.find(space.root, address);
            if (table >= 0) {
                freeIfEmpty(space, table, address);
            }
            address = after(address, table);
        }
    }

    private void movePage(AddressSpace space, long table, long from, long to) {
        long slot = tables.slot(table, from, 0);
        long entry = Address.loadLong(slot);
        if (format.isMapped(entry)) {
            long target = tables.find(space.root, to);
            Address.storeLong(slot, 0);
            Address.storeLongRelease(tables.slot(target, to, 0), entry);
            allocator.addToCount(table, -1);
            allocator.addToCount(target, 1);
        }
    }

    /** The first address that the table of an address, or the hole it lies in, does not cover. */
    private static long after(long address, long tableOrHole) {
        long span = tableOrHole >= 0 ? TABLE_SPAN : PageTableFormat.span((int) ~tableOrHole);
        return (address & -span) + span;
    }
}
