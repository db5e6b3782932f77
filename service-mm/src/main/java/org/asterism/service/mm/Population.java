package org.asterism.service.mm;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.memory.FaultOutcome;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.mm.Protection;

/**
 * Makes the pages of a range present ahead of their use: MAP_POPULATE, mlock(2), MADV_POPULATE_*. Takes the lock for each page, so
 * that faults of other threads are not held up.
 */
final class Population {
    private Population() {
    }

    /** Populates what can be populated. */
    static void ignoringErrors(UserAddressSpace space, long start, long end) {
        for (long page = start; page < end; page += PageSize.BYTES) {
            if (touch(space, page) != FaultOutcome.RESOLVED) {
                return;
            }
        }
    }

    /** Populates for mlock(2): {@code ENOMEM} at a hole or without memory, {@code EAGAIN} where a file has ended. */
    static void forLock(UserAddressSpace space, long start, long end) throws KernelException {
        for (long page = start; page < end; page += PageSize.BYTES) {
            switch (touch(space, page)) {
                case RESOLVED -> {
                }
                case PAST_END -> throw KernelException.of(Errno.EAGAIN);
                default -> throw KernelException.of(Errno.ENOMEM);
            }
        }
    }

    /** Populates for madvise(2): {@code EINVAL} where the access is not allowed, {@code EFAULT} past the end of a file. */
    static void forAccess(UserAddressSpace space, long start, long end, int access) throws KernelException {
        for (long page = start; page < end; page += PageSize.BYTES) {
            switch (space.handleFault(page, access)) {
                case RESOLVED -> {
                }
                case NOT_ALLOWED -> throw KernelException.of(Errno.EINVAL);
                case PAST_END -> throw KernelException.of(Errno.EFAULT);
                default -> throw KernelException.of(Errno.ENOMEM);
            }
        }
    }

    /** As Linux's {@code populate_vma_page_range}: private writable memory is copied ahead, the rest is read. */
    private static FaultOutcome touch(UserAddressSpace space, long page) {
        return space.handleFault(page, space.isPrivateWritable(page) ? Protection.WRITE : Protection.READ);
    }
}
