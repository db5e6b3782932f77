package org.asterism.ostd.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.asterism.ostd.mm.FaultResolver;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.mm.PageState;
import org.asterism.ostd.mm.Protection;
import org.asterism.ostd.spi.AddressSpaces;

/** Simulated page tables. */
final class HostAddressSpaces implements AddressSpaces {
    private static final long MINIMUM = 0x1_0000;
    private static final long MAXIMUM = 0x7FFF_FFFF_F000L;

    private final HostFrames frames;
    private final HostTasks tasks;
    private final HostUserAccess access;

    HostAddressSpaces(HostFrames frames, HostTasks tasks) {
        this.frames = frames;
        this.tasks = tasks;
        this.access = new HostUserAccess(frames, tasks);
    }

    HostUserAccess access() {
        return access;
    }

    @Override
    public Object create(FaultResolver resolver) {
        return new HostSpace(resolver, frames.allocateZeroed());
    }

    @Override
    public long minimumAddress() {
        return MINIMUM;
    }

    @Override
    public long maximumAddress() {
        return MAXIMUM;
    }

    @Override
    public boolean map(Object space, long address, long frame, int protection) {
        boolean mapped = false;
        try {
            mapped = insert(checked(space, address, PageSize.BYTES), address, frame, protection);
            return mapped;
        } finally {
            if (!mapped) {
                frames.dropReference(frame);
            }
        }
    }

    @Override
    public boolean mapZeroed(Object space, long address, int protection) {
        HostSpace target = checked(space, address, PageSize.BYTES);
        return !isMapped(target, address) && map(space, address, frames.allocateZeroed(), protection);
    }

    @Override
    public boolean mapTablePage(Object space, long address, Object table, long index, int protection) {
        HostSpace target = checked(space, address, PageSize.BYTES);
        if (isMapped(target, address)) {
            return false;
        }
        frames.ensureTablePage(table, index);
        long frame = ((HostTable) table).pages.get(index);
        frames.addReference(frame);
        return map(space, address, frame, protection);
    }

    @Override
    public boolean mapTablePageCopy(Object space, long address, Object table, long index, int protection) {
        HostSpace target = checked(space, address, PageSize.BYTES);
        if (isMapped(target, address)) {
            return false;
        }
        Long source = ((HostTable) table).pages.get(index);
        return map(space, address, source == null ? frames.allocateZeroed() : frames.copy(source), protection);
    }

    @Override
    public boolean makePrivate(Object space, long address, int protection) {
        HostSpace.Entry entry = checked(space, address, PageSize.BYTES).pages.get(address >>> PageSize.SHIFT);
        if (entry == null) {
            return false;
        }
        if (frames.referenceCount(entry.frame) > 1) {
            long own = frames.copy(entry.frame);
            frames.dropReference(entry.frame);
            entry.frame = own;
        }
        entry.protection = protection;
        return true;
    }

    @Override
    public long unmap(Object space, long address, long length) {
        SortedMap<Long, HostSpace.Entry> range = range(checked(space, address, length), address, length);
        long count = range.size();
        for (HostSpace.Entry entry : range.values()) {
            frames.dropReference(entry.frame);
        }
        range.clear();
        return count;
    }

    @Override
    public void protect(Object space, long address, long length, int protection) {
        for (HostSpace.Entry entry : range(checked(space, address, length), address, length).values()) {
            entry.protection = protection;
        }
    }

    @Override
    public void cloneCopyOnWrite(Object parent, Object child, long address, long length) {
        HostSpace from = checked(parent, address, length);
        HostSpace to = checked(child, address, length);
        if (!range(to, address, length).isEmpty()) {
            throw new IllegalArgumentException("the child has pages in the range to clone at 0x"
                    + Long.toHexString(address));
        }
        for (Map.Entry<Long, HostSpace.Entry> page : range(from, address, length).entrySet()) {
            HostSpace.Entry entry = page.getValue();
            entry.protection &= ~Protection.WRITE;
            frames.addReference(entry.frame);
            map(child, page.getKey() << PageSize.SHIFT, entry.frame, entry.protection);
        }
    }

    @Override
    public void move(Object space, long from, long to, long length) {
        HostSpace target = checked(space, from, length);
        checked(space, to, length);
        if (from < to + length && to < from + length || !range(target, to, length).isEmpty()) {
            throw new IllegalArgumentException("pages cannot move from 0x" + Long.toHexString(from) + " to 0x"
                    + Long.toHexString(to) + ": the ranges overlap or the destination has pages");
        }
        SortedMap<Long, HostSpace.Entry> source = range(target, from, length);
        List<Map.Entry<Long, HostSpace.Entry>> moving = new ArrayList<>();
        long distance = (to - from) >> PageSize.SHIFT;
        for (Map.Entry<Long, HostSpace.Entry> page : source.entrySet()) {
            ensureTableFrame(target, page.getKey() + distance);
            moving.add(Map.entry(page.getKey() + distance, page.getValue()));
        }
        source.clear();
        for (Map.Entry<Long, HostSpace.Entry> page : moving) {
            target.pages.put(page.getKey(), page.getValue());
        }
    }

    @Override
    public int query(Object space, long address) {
        HostSpace.Entry entry = ((HostSpace) space).pages.get(address >>> PageSize.SHIFT);
        if (entry == null) {
            return 0;
        }
        return PageState.PRESENT | entry.protection
                | (entry.accessed ? PageState.ACCESSED : 0)
                | (entry.dirty ? PageState.DIRTY : 0)
                | (frames.referenceCount(entry.frame) > 1 ? PageState.SHARED : 0);
    }

    @Override
    public long residentPages(Object space) {
        return ((HostSpace) space).pages.size();
    }

    @Override
    public void activate(Object spaceOrNull) {
        if (spaceOrNull != null && ((HostSpace) spaceOrNull).destroyed) {
            throw new IllegalStateException("a closed address space cannot be activated");
        }
        tasks.running().activeSpace = (HostSpace) spaceOrNull;
    }

    @Override
    public int readSpace(Object space, long address, byte[] into, int at, int length) {
        return access.read((HostSpace) space, address, into, at, length);
    }

    @Override
    public int writeSpace(Object space, long address, byte[] from, int at, int length) {
        return access.write((HostSpace) space, address, from, at, length);
    }

    @Override
    public void destroy(Object space) {
        HostSpace ended = (HostSpace) space;
        if (ended.destroyed) {
            return;
        }
        if (tasks.isActive(ended)) {
            throw new IllegalStateException("an address space was closed while a task has it active");
        }
        unmap(space, MINIMUM, MAXIMUM - MINIMUM);
        for (long table : ended.tableFrames.values()) {
            frames.dropReference(table);
        }
        frames.dropReference(ended.rootFrame);
        ended.destroyed = true;
    }

    private boolean insert(HostSpace space, long address, long frame, int protection) {
        if (isMapped(space, address)) {
            return false;
        }
        ensureTableFrame(space, address >>> PageSize.SHIFT);
        space.pages.put(address >>> PageSize.SHIFT, new HostSpace.Entry(frame, protection));
        return true;
    }

    private void ensureTableFrame(HostSpace space, long page) {
        long table = page / HostSpace.PAGES_PER_TABLE;
        if (!space.tableFrames.containsKey(table)) {
            space.tableFrames.put(table, frames.allocateZeroed());
        }
    }

    private static boolean isMapped(HostSpace space, long address) {
        return space.pages.containsKey(address >>> PageSize.SHIFT);
    }

    private static SortedMap<Long, HostSpace.Entry> range(HostSpace space, long address, long length) {
        return space.pages.subMap(address >>> PageSize.SHIFT, (address + length) >>> PageSize.SHIFT);
    }

    private static HostSpace checked(Object space, long address, long length) {
        HostSpace checked = (HostSpace) space;
        if (checked.destroyed) {
            throw new IllegalStateException("address space used after it was closed");
        }
        if (((address | length) & PageSize.OFFSET_MASK) != 0 || length < 0 || address < MINIMUM
                || address > MAXIMUM - length) {
            throw new IllegalArgumentException("the range 0x" + Long.toHexString(address) + " +0x"
                    + Long.toHexString(length) + " is not page-aligned or outside of user addresses");
        }
        return checked;
    }
}
