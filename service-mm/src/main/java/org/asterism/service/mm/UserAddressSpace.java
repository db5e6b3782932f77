package org.asterism.service.mm;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.memory.AddressSpace;
import org.asterism.kernel.memory.FaultOutcome;
import org.asterism.kernel.memory.MappableFile;
import org.asterism.kernel.memory.MappedViews;
import org.asterism.kernel.memory.Mapping;
import org.asterism.kernel.memory.SharedPlace;
import org.asterism.kernel.memory.Placement;
import org.asterism.kernel.process.UserThread;
import org.asterism.ostd.mm.Allocation;
import org.asterism.ostd.mm.FaultResolver;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.mm.Protection;
import org.asterism.ostd.mm.VmSpace;
import org.asterism.ostd.sync.Mutex;

/** The address space of a process: one lock over its {@link Layout}; what each operation means is in its own class. */
final class UserAddressSpace implements AddressSpace, FaultResolver, MappedViews.View {
    /** What a mapping takes in the kernel's heap: a {@link Region} and its place in the list. */
    private static final int REGION_BYTES = 100;

    private final Mutex lock = new Mutex();
    private final AtomicInteger owners = new AtomicInteger(1);
    private final Layout layout;
    private final Heap heap;
    private final Mapper mapper;
    private long stackHigh;
    private volatile boolean locksFuture;

    /** An empty space whose automatic placement begins below {@code mappingCeiling}. */
    UserAddressSpace(long mappingCeiling) {
        layout = new Layout(VmSpace.create(this), this);
        heap = new Heap(layout);
        mapper = new Mapper(layout, mappingCeiling);
    }

    /** The one that a thread runs in, with the operations that only this bundle offers. */
    static UserAddressSpace of(UserThread thread) {
        return (UserAddressSpace) thread.addressSpace();
    }

    @Override
    public long map(long address, long length, int protection, boolean shared, Placement placement, MappableFile file,
            long offset, boolean mayWrite) throws KernelException {
        int flags = (shared ? Region.SHARED : 0) | (mayWrite || !shared || file == null ? Region.MAY_WRITE : 0);
        return map(new MapRequest(address, length, protection, flags, placement, file, offset));
    }

    /** Maps as requested; returns the start. */
    long map(MapRequest request) throws KernelException {
        return locked(() -> mapper.map(request));
    }

    @Override
    public void unmap(long address, long length) throws KernelException {
        long size = PageSize.ceil(length);
        if ((address & PageSize.OFFSET_MASK) != 0 || !Ranges.isUserRange(address, length) || size == 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        locked(() -> {
            layout.unmap(address, address + size);
            return 0;
        });
    }

    @Override
    public void protect(long address, long length, int protection) throws KernelException {
        protect(address, length, protection, false);
    }

    /** Changes rights, from the start of the stack on if {@code fromStackStart}. */
    void protect(long address, long length, int protection, boolean fromStackStart) throws KernelException {
        if ((address & PageSize.OFFSET_MASK) != 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        if (length == 0) {
            return;
        }
        long end = Ranges.end(address, length, Errno.ENOMEM);
        locked(() -> {
            Protecting.protect(layout, address, end, protection, fromStackStart);
            return 0;
        });
    }

    /** mremap(2). */
    long remap(long address, long oldLength, long newLength, int flags, long newAddress) throws KernelException {
        return locked(() -> new Remapping(layout, mapper).remap(address, oldLength, newLength, flags, newAddress));
    }

    @Override
    public void setHeapStart(long start) {
        heap.setStart(start);
    }

    @Override
    public long setHeapEnd(long end) {
        lock.lock();
        try {
            return heap.setEnd(end);
        } finally {
            unlock();
        }
    }

    @Override
    public void mapStack(long low, long high) throws KernelException {
        locked(() -> {
            mapper.mapStack(low, high);
            stackHigh = high;
            return 0;
        });
    }

    @Override
    public FaultOutcome handleFault(long address, int access) {
        lock.lock();
        try {
            return Faults.resolve(layout, address, access);
        } catch (OutOfMemoryError exhausted) {
            return FaultOutcome.NO_MEMORY;
        } finally {
            lock.close();
        }
    }

    @Override
    public boolean resolve(long address, int access) {
        lock.lock();
        try {
            return Faults.resolve(layout, address, access) == FaultOutcome.RESOLVED;
        } finally {
            lock.close();
        }
    }

    @Override
    public AddressSpace fork() throws KernelException {
        UserAddressSpace child = null;
        boolean complete = false;
        lock.lock();
        try {
            child = new UserAddressSpace(mapper.ceiling());
            layout.copyTo(child.layout);
            child.heap.copyFrom(heap);
            child.stackHigh = stackHigh;
            complete = true;
            return child;
        } catch (OutOfMemoryError exhausted) {
            throw KernelException.of(Errno.ENOMEM);
        } finally {
            unlock();
            if (child != null && !complete) {
                child.release();
            }
        }
    }

    @Override
    public void activate() {
        layout.pages.activate();
    }

    @Override
    public void retain() {
        owners.incrementAndGet();
    }

    @Override
    public void release() {
        if (owners.decrementAndGet() > 0) {
            return;
        }
        try (var assured = Allocation.assured()) {
            lock.lock();
            try {
                layout.clear();
                layout.pages.close();
            } finally {
                unlock();
            }
        }
    }

    @Override
    public int read(long address, byte[] into, int at, int length) {
        return layout.pages.read(address, into, at, length);
    }

    @Override
    public int write(long address, byte[] from, int at, int length) {
        return layout.pages.write(address, from, at, length);
    }

    @Override
    public List<Mapping> mappings() {
        lock.lock();
        try {
            List<Mapping> all = new ArrayList<>(layout.regions.size());
            for (int i = 0; i < layout.regions.size(); i++) {
                all.add(describe(layout.regions.get(i)));
            }
            return all;
        } finally {
            unlock();
        }
    }

    @Override
    public Mapping mappingAt(long address) {
        lock.lock();
        try {
            Region region = layout.regions.find(address);
            return region == null ? null : describe(region);
        } finally {
            unlock();
        }
    }

    @Override
    public void findShared(long address, SharedPlace place) {
        lock.lock();
        try {
            Region region = layout.regions.find(address);
            if (region != null && region.is(Region.SHARED) && region.file != null) {
                place.at(region.file.pages(), region.offset + (address - region.start));
            }
        } finally {
            lock.close();
        }
    }

    @Override
    public void withdraw(MappedViews of, long firstPage, long endPage, boolean copiesToo) {
        lock.lock();
        try {
            layout.withdraw(of, firstPage, endPage, copiesToo);
        } finally {
            lock.close();
        }
    }

    @Override
    public long virtualBytes() {
        return layout.virtualBytes();
    }

    @Override
    public long residentBytes() {
        return layout.pages.residentPages() << PageSize.SHIFT;
    }

    @Override
    public long ownBytes() {
        lock.lock();
        try {
            return Math.min(residentBytes(), layout.anonymousBytes()) + (long) layout.regions.size() * REGION_BYTES;
        } finally {
            lock.close();
        }
    }

    /** Whether new mappings are populated (MCL_FUTURE). */
    boolean locksFuture() {
        return locksFuture;
    }

    /** Sets whether new mappings are populated. */
    void setLocksFuture(boolean value) {
        locksFuture = value;
    }

    /** Whether the region at an address is locked. */
    boolean isLocked(long address) throws KernelException {
        return isAnyLocked(address, address + 1);
    }

    /** Whether a region that overlaps a range is locked. */
    boolean isAnyLocked(long start, long end) throws KernelException {
        return locked(() -> Locking.lockedBytes(layout, start, end)) > 0;
    }

    /** Bytes that mlock(2) has locked. */
    long lockedBytes() throws KernelException {
        return locked(() -> Locking.lockedBytes(layout, 0, VmSpace.maximumAddress()));
    }

    /** Locks or unlocks a range; {@code ENOMEM} if a part is not mapped. */
    void setLocked(long start, long end, boolean value) throws KernelException {
        locked(() -> Locking.set(layout, start, end, value));
    }

    /** Locks or unlocks all that is mapped. */
    void setAllLocked(boolean value) throws KernelException {
        locked(() -> Locking.setAll(layout, value));
    }

    /** Makes every page present that can be. */
    void populateAll() {
        for (Mapping mapping : mappings()) {
            Population.ignoringErrors(this, mapping.start(), mapping.end());
        }
    }

    /** Whether every page of a range is mapped. */
    boolean isMapped(long start, long end) throws KernelException {
        return locked(() -> layout.isMapped(start, end) ? 1 : 0) != 0;
    }

    /** Whether a first store to a page would make it this space's own. */
    boolean isPrivateWritable(long page) {
        lock.lock();
        try {
            Region region = layout.regions.find(page);
            return region != null && !region.is(Region.SHARED) && (region.protection & Protection.WRITE) != 0;
        } finally {
            lock.close();
        }
    }

    /** Tells for each page from an address on whether it is present, one byte a page; {@code ENOMEM} at a hole. */
    void residency(long address, byte[] into, int pages) throws KernelException {
        locked(() -> Residency.fill(layout, address, into, pages));
    }

    /** Runs an operation under the lock; running out of memory becomes {@code ENOMEM}. */
    long locked(Operation operation) throws KernelException {
        lock.lock();
        try {
            return operation.run();
        } catch (OutOfMemoryError exhausted) {
            throw KernelException.of(Errno.ENOMEM);
        } finally {
            unlock();
        }
    }

    Layout layout() {
        return layout;
    }

    private void unlock() {
        Region ended = layout.takeBuried();
        lock.close();
        if (ended == null) {
            return;
        }
        try (var assured = Allocation.assured()) {
            while (ended != null) {
                Region next = ended.nextBuried;
                ended.nextBuried = null;
                layout.detach(ended);
                ended = next;
            }
        }
    }

    private Mapping describe(Region region) {
        return new Mapping(region.start, region.end, region.protection, region.is(Region.SHARED), region.file,
                region.file == null ? 0 : region.offset, label(region));
    }

    private String label(Region region) {
        if (region.file == null && heap.overlaps(region)) {
            return "[heap]";
        }
        return stackHigh != 0 && region.contains(stackHigh - 1) ? "[stack]" : "";
    }

    /** Something done with the lock held. */
    @FunctionalInterface
    interface Operation {
        /** Returns the operation's result. */
        long run() throws KernelException;
    }
}
