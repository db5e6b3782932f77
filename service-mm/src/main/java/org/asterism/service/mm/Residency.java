package org.asterism.service.mm;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.ostd.mm.PageSize;

/** mincore(2)'s question, answered with the address space's lock held. */
final class Residency {
    private Residency() {
    }

    static long fill(Layout layout, long address, byte[] into, int pages) throws KernelException {
        for (int i = 0; i < pages; i++) {
            long page = address + ((long) i << PageSize.SHIFT);
            Region region = layout.regions.find(page);
            if (region == null) {
                throw KernelException.of(Errno.ENOMEM);
            }
            boolean present = layout.pages.query(page) != 0
                    || region.file != null && !region.isPastEnd(page) && region.file.pages().isPresent(region.pageIndex(page));
            into[i] = (byte) (present ? 1 : 0);
        }
        return 0;
    }
}
