package org.asterism.service.mm;

import static org.asterism.kernel.abi.MemoryFlags.*;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.mm.Protection;

/** madvise(2). */
final class Advice {
    private Advice() {
    }

    static void apply(UserAddressSpace space, long address, long length, int advice) throws KernelException {
        check(isKnown(advice), Errno.EINVAL);
        check((address & PageSize.OFFSET_MASK) == 0, Errno.EINVAL);
        check(length == 0 || PageSize.ceil(length) != 0, Errno.EINVAL);
        long end = address + PageSize.ceil(length);
        check(Long.compareUnsigned(end, address) >= 0, Errno.EINVAL);
        if (end == address) {
            return;
        }
        switch (advice) {
            case MADV_POPULATE_READ -> Population.forAccess(space, address, end, Protection.READ);
            case MADV_POPULATE_WRITE -> Population.forAccess(space, address, end, Protection.WRITE);
            default -> space.locked(() -> applyLocked(space.layout(), address, end, advice));
        }
    }

    private static boolean isKnown(int advice) {
        return advice >= MADV_NORMAL && advice <= MADV_DONTNEED || advice >= MADV_FREE && advice <= MADV_DOFORK
                || advice >= MADV_DONTDUMP && advice <= MADV_POPULATE_WRITE;
    }

    /** Applies advice to what is mapped of a range; holes are passed over and end in {@code ENOMEM}. */
    private static long applyLocked(Layout layout, long start, long end, int advice) throws KernelException {
        boolean hole = !layout.isMapped(start, end);
        try {
            long at = start;
            while (at < end) {
                Region region = layout.regions.get(layout.regions.firstEndingAbove(at));
                if (region == null || region.start >= end) {
                    break;
                }
                long from = Math.max(at, region.start);
                long to = Math.min(end, region.end);
                applyTo(layout, region, from, to, advice);
                at = to;
            }
        } finally {
            layout.join(start, end);
        }
        check(!hole, Errno.ENOMEM);
        return 0;
    }

    private static void applyTo(Layout layout, Region region, long from, long to, int advice) throws KernelException {
        switch (advice) {
            case MADV_DONTNEED -> {
                check(!region.is(Region.LOCKED), Errno.EINVAL);
                layout.pages.unmap(from, to - from);
            }
            case MADV_FREE -> {
                check(region.file == null && !region.is(Region.LOCKED), Errno.EINVAL);
                layout.pages.unmap(from, to - from);
            }
            case MADV_REMOVE -> throw KernelException.of(region.is(Region.SHARED) ? Errno.EOPNOTSUPP : Errno.EINVAL);
            case MADV_DONTFORK -> mark(layout, from, to, Region.NOT_INHERITED, true);
            case MADV_DOFORK -> mark(layout, from, to, Region.NOT_INHERITED, false);
            case MADV_WIPEONFORK -> {
                check(region.file == null, Errno.EINVAL);
                mark(layout, from, to, Region.WIPED_ON_FORK, true);
            }
            case MADV_KEEPONFORK -> mark(layout, from, to, Region.WIPED_ON_FORK, false);
            default -> {
                // hints that a kernel may ignore: read-ahead, reclaim, core dumps
            }
        }
    }

    /** Sets or clears a flag of a range, splitting regions at its ends. */
    static void mark(Layout layout, long from, long to, int flag, boolean set) throws KernelException {
        for (int i = layout.isolate(from, to); i < layout.regions.size() && layout.regions.get(i).start < to; i++) {
            Region region = layout.regions.get(i);
            region.flags = set ? region.flags | flag : region.flags & ~flag;
        }
    }

    private static void check(boolean holds, Errno otherwise) throws KernelException {
        if (!holds) {
            throw KernelException.of(otherwise);
        }
    }
}
