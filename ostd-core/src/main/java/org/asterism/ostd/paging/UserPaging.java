package org.asterism.ostd.paging;

import org.asterism.ostd.arch.AddressTranslation;
import org.asterism.ostd.arch.PageTableFormat;
import org.asterism.ostd.frames.FrameAllocator;
import org.asterism.ostd.frames.FrameTree;
import org.asterism.ostd.mm.FaultResolver;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.mm.PageState;
import org.asterism.ostd.mm.Protection;
import org.asterism.ostd.spi.AddressSpaces;
import org.asterism.ostd.unsafe.Address;

/** The API's address spaces over page tables. */
public final class UserPaging implements AddressSpaces {
    private final FrameAllocator allocator;
    private final PageTableFormat format;
    private final AddressTranslation translation;
    private final PageTables tables;
    private final PageRanges ranges;
    private final SpaceCopies copies;
    private final SpaceActivation activation;

    /**
     * Spaces of a machine.
     *
     * @param allocator   where tables and pages come from
     * @param format      of page-table entries
     * @param translation of the processors
     * @param activation  of the task switcher
     */
    public UserPaging(FrameAllocator allocator, PageTableFormat format, AddressTranslation translation, SpaceActivation activation) {
        this.allocator = allocator;
        this.format = format;
        this.translation = translation;
        this.activation = activation;
        this.tables = new PageTables(format, allocator);
        this.ranges = new PageRanges(allocator, format, translation, tables);
        this.copies = new SpaceCopies(allocator, format, tables);
    }

    @Override
    public Object create(FaultResolver resolver) {
        long root = allocator.allocateTypedZeroed();
        translation.initializeRoot(allocator.memory().address(root));
        try {
            return new AddressSpace(resolver, root);
        } catch (OutOfMemoryError noObject) {
            allocator.freeTyped(root, 1);
            throw noObject;
        }
    }

    @Override
    public long minimumAddress() {
        return format.minimumUserAddress();
    }

    @Override
    public long maximumAddress() {
        return format.maximumUserAddress();
    }

    @Override
    public boolean map(Object space, long address, long frame, int protection) {
        AddressSpace target = (AddressSpace) space;
        boolean mapped = false;
        try {
            checkRange(address, PageSize.BYTES);
            target.locked();
            try {
                mapped = put(target, address, frame, protection);
            } finally {
                target.lock.unlock();
            }
        } finally {
            if (!mapped) {
                allocator.dropReference(frame);
            }
        }
        return mapped;
    }

    @Override
    public boolean mapZeroed(Object space, long address, int protection) {
        checkRange(address, PageSize.BYTES);
        return map(space, address, allocator.allocateUntypedZeroed(), protection);
    }

    @Override
    public boolean mapTablePage(Object space, long address, Object table, long index, int protection) {
        checkRange(address, PageSize.BYTES);
        FrameTree tree = (FrameTree) table;
        tree.lock().lock();
        long frame;
        try {
            frame = tree.ensure(index);
            allocator.addReference(frame);
        } finally {
            tree.lock().unlock();
        }
        return map(space, address, frame, protection);
    }

    @Override
    public boolean mapTablePageCopy(Object space, long address, Object table, long index, int protection) {
        checkRange(address, PageSize.BYTES);
        FrameTree tree = (FrameTree) table;
        long copy = allocator.allocateUntyped();
        tree.lock().lock();
        try {
            long frame = tree.frame(index);
            if (frame == 0) {
                allocator.clear(copy);
            } else {
                copyFrame(frame, copy);
            }
        } finally {
            tree.lock().unlock();
        }
        return map(space, address, copy, protection);
    }

    @Override
    public boolean makePrivate(Object space, long address, int protection) {
        checkRange(address, PageSize.BYTES);
        AddressSpace target = (AddressSpace) space;
        target.locked();
        try {
            long slot = leafSlot(target, address);
            long entry = slot == 0 ? 0 : Address.loadLong(slot);
            if (!format.isMapped(entry)) {
                return false;
            }
            long frame = format.frame(entry);
            long own = frame;
            if (allocator.referenceCount(frame) > 1) {
                own = allocator.allocateUntyped();
                copyFrame(frame, own);
            }
            Address.storeLongRelease(slot, format.userEntry(own, protection));
            translation.flush(target.root, address, address + PageSize.BYTES);
            if (own != frame) {
                allocator.dropReference(frame);
            }
            return true;
        } finally {
            target.lock.unlock();
        }
    }

    @Override
    public long unmap(Object space, long address, long length) {
        return ranges.unmap((AddressSpace) space, address, checkRange(address, length));
    }

    @Override
    public void protect(Object space, long address, long length, int protection) {
        ranges.protect((AddressSpace) space, address, checkRange(address, length), protection);
    }

    @Override
    public void cloneCopyOnWrite(Object parent, Object child, long address, long length) {
        ranges.cloneCopyOnWrite((AddressSpace) parent, (AddressSpace) child, address, checkRange(address, length));
    }

    @Override
    public void move(Object space, long from, long to, long length) {
        long end = checkRange(from, length);
        long targetEnd = checkRange(to, length);
        if (from < targetEnd && to < end) {
            throw new IllegalArgumentException("cannot move pages from 0x" + Long.toHexString(from) + " to 0x" + Long.toHexString(to)
                    + ": the ranges of " + length + " bytes overlap");
        }
        ranges.move((AddressSpace) space, from, to, end);
    }

    @Override
    public int query(Object space, long address) {
        AddressSpace target = (AddressSpace) space;
        if (address < format.minimumUserAddress() || address >= format.maximumUserAddress()) {
            return 0;
        }
        target.locked();
        try {
            long slot = leafSlot(target, address);
            long entry = slot == 0 ? 0 : Address.loadLong(slot);
            if (!format.isMapped(entry)) {
                return 0;
            }
            return PageState.PRESENT | format.protection(entry)
                    | (format.isAccessed(entry) ? PageState.ACCESSED : 0)
                    | (format.isDirty(entry) ? PageState.DIRTY : 0)
                    | (allocator.referenceCount(format.frame(entry)) > 1 ? PageState.SHARED : 0);
        } finally {
            target.lock.unlock();
        }
    }

    @Override
    public long residentPages(Object space) {
        return ((AddressSpace) space).pages;
    }

    @Override
    public void activate(Object spaceOrNull) {
        activation.activate((AddressSpace) spaceOrNull);
    }

    @Override
    public int readSpace(Object space, long address, byte[] into, int at, int length) {
        return copies.copy((AddressSpace) space, address, into, at, length, Protection.READ);
    }

    @Override
    public int writeSpace(Object space, long address, byte[] from, int at, int length) {
        return copies.copy((AddressSpace) space, address, from, at, length, Protection.WRITE);
    }

    @Override
    public void destroy(Object space) {
        long root = ((AddressSpace) space).end();
        if (root != 0) {
            // SAFETY: 1. no task has the space active, and processors follow the table of their task or the kernel's own;
            // 2. the root left the object under its lock, so nobody can reach the tables any more.
            tables.free(root, format.levels() - 1);
        }
    }

    private boolean put(AddressSpace space, long address, long frame, int protection) {
        long table = tables.ensure(space.root, address);
        long slot = tables.slot(table, address, 0);
        if (format.isMapped(Address.loadLong(slot))) {
            return false;
        }
        allocator.addToCount(table, 1);
        space.pages++;
        Address.storeLongRelease(slot, format.userEntry(frame, protection));
        return true;
    }

    private long leafSlot(AddressSpace space, long address) {
        long table = tables.find(space.root, address);
        return table < 0 ? 0 : tables.slot(table, address, 0);
    }

    private void copyFrame(long from, long to) {
        Address.copyWords(allocator.memory().address(from), allocator.memory().address(to), PageSize.BYTES);
    }

    /** Checks a range and returns its end. */
    private long checkRange(long address, long length) {
        long end = address + length;
        if (((address | length) & PageSize.OFFSET_MASK) != 0 || length < 0 || end < address
                || address < format.minimumUserAddress() || end > format.maximumUserAddress()) {
            throw new IllegalArgumentException("the range 0x" + Long.toHexString(address) + " + 0x" + Long.toHexString(length)
                    + " is not page-aligned inside user addresses [0x" + Long.toHexString(format.minimumUserAddress())
                    + ", 0x" + Long.toHexString(format.maximumUserAddress()) + ")");
        }
        return end;
    }
}
