package org.asterism.ostd.paging;

import org.asterism.ostd.arch.PageTableFormat;
import org.asterism.ostd.arch.PhysicalMemory;
import org.asterism.ostd.frames.FrameAllocator;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.mm.Protection;
import org.asterism.ostd.runtime.Preemption;
import org.asterism.ostd.unsafe.Address;

/** Copies between arrays and a space that need not be active, by walking its tables; faults are resolved with no lock held. */
final class SpaceCopies {
    /** How often a resolver may claim success without the page becoming accessible. */
    private static final int MAX_RETRIES = 16;

    private final FrameAllocator allocator;
    private final PageTableFormat format;
    private final PageTables tables;

    SpaceCopies(FrameAllocator allocator, PageTableFormat format, PageTables tables) {
        this.allocator = allocator;
        this.format = format;
        this.tables = tables;
    }

    /**
     * Copies in the direction an access names.
     *
     * @param access {@link Protection#READ} for space to array, {@link Protection#WRITE} for array to space
     * @return bytes copied before the first address that cannot be accessed
     */
    int copy(AddressSpace space, long address, byte[] bytes, int at, int length, int access) {
        int done = 0;
        int retries = 0;
        while (done < length) {
            long next = address + done;
            if (next < format.minimumUserAddress() || next >= format.maximumUserAddress()) {
                break;
            }
            int part = Math.min(length - done, PageSize.BYTES - ((int) next & PageSize.OFFSET_MASK));
            if (copyInPage(space, next, bytes, at + done, part, access)) {
                done += part;
                retries = 0;
            } else if (!Preemption.isEnabled() || retries++ == MAX_RETRIES || !resolve(space, next, access, done)) {
                break;
            }
        }
        return done;
    }

    /** Without a frame, what was copied counts; if that is nothing, it is for the caller to hear. */
    private static boolean resolve(AddressSpace space, long address, int access, int done) {
        try {
            return space.resolver.resolve(address, access);
        } catch (OutOfMemoryError noFrame) {
            if (done == 0) {
                throw noFrame;
            }
            return false;
        }
    }

    private boolean copyInPage(AddressSpace space, long address, byte[] bytes, int at, int length, int access) {
        space.locked();
        try {
            long table = tables.find(space.root, address);
            long entry = table < 0 ? 0 : Address.loadLong(tables.slot(table, address, 0));
            if (!format.isMapped(entry) || (format.protection(entry) & access) == 0) {
                return false;
            }
            PhysicalMemory memory = allocator.memory();
            long from = memory.address(format.frame(entry)) + (address & PageSize.OFFSET_MASK);
            if (access == Protection.READ) {
                memory.copyToArray(from, bytes, at, length);
            } else {
                memory.copyFromArray(bytes, at, from, length);
            }
            return true;
        } finally {
            space.lock.unlock();
        }
    }
}
