package org.asterism.service.mm;

import static org.asterism.kernel.abi.MemoryFlags.MREMAP_DONTUNMAP;
import static org.asterism.kernel.abi.MemoryFlags.MREMAP_FIXED;
import static org.asterism.kernel.abi.MemoryFlags.MREMAP_MAYMOVE;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.ResourceConstants;
import org.asterism.ostd.mm.Allocation;
import org.asterism.ostd.mm.FrameTable;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.mm.VmSpace;

/** mremap(2): shrink, grow, move. Called with the address space's lock held; errors in the order of Linux's {@code mm/mremap.c}. */
final class Remapping {
    private final Layout layout;
    private final Mapper mapper;

    Remapping(Layout layout, Mapper mapper) {
        this.layout = layout;
        this.mapper = mapper;
    }

    long remap(long address, long oldBytes, long newBytes, int flags, long newAddress) throws KernelException {
        boolean mayMove = (flags & MREMAP_MAYMOVE) != 0;
        boolean fixed = (flags & MREMAP_FIXED) != 0;
        boolean keep = (flags & MREMAP_DONTUNMAP) != 0;
        check((flags & ~(MREMAP_MAYMOVE | MREMAP_FIXED | MREMAP_DONTUNMAP)) == 0, Errno.EINVAL);
        check(!fixed || mayMove, Errno.EINVAL);
        check(!keep || mayMove && oldBytes == newBytes, Errno.EINVAL);
        check((address & PageSize.OFFSET_MASK) == 0, Errno.EINVAL);
        long oldLength = PageSize.ceil(oldBytes);
        long newLength = PageSize.ceil(newBytes);
        check(newLength != 0, Errno.EINVAL);
        check(layout.regions.find(address) != null, Errno.EFAULT);
        if (fixed || keep) {
            return moveTo(address, oldLength, newLength, fixed, keep, newAddress);
        }
        if (Long.compareUnsigned(oldLength, newLength) >= 0) {
            if (oldLength != newLength) {
                check(Ranges.isUserRange(address + newLength, oldLength - newLength), Errno.EINVAL);
                layout.unmap(address + newLength, address + oldLength);
            }
            return address;
        }
        Region region = checkResize(address, oldLength, newLength);
        if (growInPlace(region, address, oldLength, newLength)) {
            return address;
        }
        check(mayMove, Errno.ENOMEM);
        long target = mapper.findRoom(newLength);
        move(address, oldLength, target, newLength, false);
        return target;
    }

    private long moveTo(long address, long oldBytes, long newLength, boolean fixed, boolean keep, long newAddress)
            throws KernelException {
        long oldLength = oldBytes;
        check((newAddress & PageSize.OFFSET_MASK) == 0, Errno.EINVAL);
        check(Ranges.isUserRange(newAddress, newLength), Errno.EINVAL);
        check(address + oldLength <= newAddress || newAddress + newLength <= address, Errno.EINVAL);
        check(layout.regions.size() < Layout.MAX_REGIONS - 3, Errno.ENOMEM);
        if (fixed) {
            check(newAddress >= VmSpace.minimumAddress(), Errno.EPERM);
            layout.unmap(newAddress, newAddress + newLength);
        }
        if (Long.compareUnsigned(oldLength, newLength) > 0) {
            check(Ranges.isUserRange(address + newLength, oldLength - newLength), Errno.EINVAL);
            layout.unmap(address + newLength, address + oldLength);
            oldLength = newLength;
        }
        checkResize(address, oldLength, keep ? oldLength + newLength : newLength);
        long target = fixed ? newAddress : placeNear(newAddress, newLength);
        move(address, oldLength, target, newLength, keep);
        return target;
    }

    private long placeNear(long hint, long length) throws KernelException {
        return hint >= VmSpace.minimumAddress() && !layout.regions.overlaps(hint, hint + length) ? hint
                : mapper.findRoom(length);
    }

    /** The region, if all of the old range lies in it and the new size is in order. */
    private Region checkResize(long address, long oldLength, long newLength) throws KernelException {
        Region region = layout.regions.find(address);
        check(region != null, Errno.EFAULT);
        check(oldLength != 0 || region.is(Region.SHARED), Errno.EINVAL);
        check(oldLength >= 0 && oldLength <= region.end - address, Errno.EFAULT);
        check(newLength > 0 && newLength <= VmSpace.maximumAddress(), Errno.ENOMEM);
        check(region.file == null || region.position(address) <= FrameTable.MAX_BYTES - newLength, Errno.EINVAL);
        long growth = newLength - oldLength;
        boolean tooMuch = growth > 0 && (ResourceLimits.exceeded(ResourceConstants.RLIMIT_AS, layout.virtualBytes() + growth)
                || !region.is(Region.SHARED) && Mapper.exceedsMemory(growth));
        check(!tooMuch, Errno.ENOMEM);
        return region;
    }

    private boolean growInPlace(Region region, long address, long oldLength, long newLength) {
        long end = address + newLength;
        if (address + oldLength != region.end || !Ranges.isUserRange(address, newLength)) {
            return false;
        }
        Region above = layout.regions.get(layout.regions.firstEndingAbove(region.end));
        if (above != null && end > RegionList.lowestUsable(above)) {
            return false;
        }
        layout.growUp(region, end);
        return true;
    }

    private void move(long from, long oldLength, long to, long newLength, boolean keep) throws KernelException {
        int index = oldLength == 0 ? layout.regions.firstEndingAbove(from) : layout.isolate(from, from + oldLength);
        Region source = layout.regions.get(index);
        boolean moved = false;
        try {
            Region target = new Region(to, to + newLength, source.protection, source.flags, source.file,
                    source.file == null ? 0 : source.position(from));
            target.growthFloor = source.growthFloor;
            layout.regions.reserve(3);
            layout.attach(target);
            movePages(from, to, oldLength, target);
            moved = true;
            // the target may join the source, which is then to be cut out of it again
            Allocation.commit();
            layout.add(target);
        } finally {
            if (!moved) {
                layout.join(from, from + oldLength);
            }
        }
        if (oldLength > 0 && !keep) {
            layout.unmap(from, from + oldLength);
        } else {
            layout.join(from, from + oldLength);
        }
    }

    private void movePages(long from, long to, long length, Region target) {
        boolean moved = false;
        try {
            if (length > 0) {
                layout.pages.move(from, to, length);
            }
            moved = true;
        } finally {
            if (!moved) {
                layout.bury(target);
            }
        }
    }

    private static void check(boolean holds, Errno otherwise) throws KernelException {
        if (!holds) {
            throw KernelException.of(otherwise);
        }
    }
}
