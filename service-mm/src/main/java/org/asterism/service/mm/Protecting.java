package org.asterism.service.mm;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.ostd.mm.Protection;

/** mprotect(2) over regions. Called with the address space's lock held. */
final class Protecting {
    private Protecting() {
    }

    /**
     * Changes rights region by region, as Linux does: what lies before an error keeps its new rights.
     *
     * @param layout of the address space
     * @param start page-aligned
     * @param end page-aligned
     * @param protection {@link Protection} bits
     * @param fromStackStart begin at the start of the region that grows down there (PROT_GROWSDOWN)
     * @throws KernelException {@code ENOMEM} at a hole, {@code EACCES} if the file was not opened for that, {@code EINVAL}
     */
    static void protect(Layout layout, long start, long end, int protection, boolean fromStackStart) throws KernelException {
        long at = start;
        if (fromStackStart) {
            Region stack = layout.regions.get(layout.regions.firstEndingAbove(start));
            if (stack == null || stack.start >= end) {
                throw KernelException.of(Errno.ENOMEM);
            }
            if (!stack.is(Region.GROWS_DOWN)) {
                throw KernelException.of(Errno.EINVAL);
            }
            at = stack.start;
        }
        try {
            while (at < end) {
                Region region = layout.regions.find(at);
                if (region == null) {
                    throw KernelException.of(Errno.ENOMEM);
                }
                if ((protection & Protection.WRITE) != 0 && !region.is(Region.MAY_WRITE)) {
                    throw KernelException.of(Errno.EACCES);
                }
                long partEnd = Math.min(end, region.end);
                if (region.protection != protection) {
                    layout.protect(layout.regions.get(layout.isolate(at, partEnd)), protection);
                }
                at = partEnd;
            }
        } finally {
            layout.join(start, at);
        }
    }
}
