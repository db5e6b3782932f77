package org.asterism.service.mm;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;

/** The mark that mlock(2) leaves on regions. Called with the address space's lock held. */
final class Locking {
    private Locking() {
    }

    static long set(Layout layout, long start, long end, boolean locked) throws KernelException {
        boolean whole = layout.isMapped(start, end);
        Advice.mark(layout, start, end, Region.LOCKED, locked);
        layout.join(start, end);
        if (!whole) {
            throw KernelException.of(Errno.ENOMEM);
        }
        return 0;
    }

    static long setAll(Layout layout, boolean locked) throws KernelException {
        int count = layout.regions.size();
        return count == 0 ? 0 : set(layout, locked, layout.regions.get(0).start, layout.regions.get(count - 1).end);
    }

    private static long set(Layout layout, boolean locked, long start, long end) throws KernelException {
        Advice.mark(layout, start, end, Region.LOCKED, locked);
        layout.join(start, end);
        return 0;
    }

    static long lockedBytes(Layout layout, long start, long end) {
        long sum = 0;
        for (int i = layout.regions.firstEndingAbove(start); i < layout.regions.size(); i++) {
            Region region = layout.regions.get(i);
            if (region.start >= end) {
                break;
            }
            sum += region.is(Region.LOCKED) ? region.length() : 0;
        }
        return sum;
    }
}
