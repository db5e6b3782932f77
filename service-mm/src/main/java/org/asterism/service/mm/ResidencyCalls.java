package org.asterism.service.mm;

import static org.asterism.kernel.abi.MemoryFlags.MCL_CURRENT;
import static org.asterism.kernel.abi.MemoryFlags.MCL_FUTURE;
import static org.asterism.kernel.abi.MemoryFlags.MCL_ONFAULT;
import static org.asterism.kernel.abi.MemoryFlags.MLOCK_ONFAULT;
import static org.asterism.kernel.abi.MemoryFlags.MS_ASYNC;
import static org.asterism.kernel.abi.MemoryFlags.MS_INVALIDATE;
import static org.asterism.kernel.abi.MemoryFlags.MS_SYNC;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.ResourceConstants;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.syscall.Syscall;
import org.asterism.kernel.syscall.SyscallProvider;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.mm.UserMemory;
import org.osgi.service.component.annotations.Component;

/** mlock(2) and its relatives, mincore(2), msync(2), madvise(2): calls about what is present. There is no swap, so present pages stay. */
@Component(service = SyscallProvider.class)
public final class ResidencyCalls implements SyscallProvider {
    private static final int MINCORE_CHUNK_PAGES = 4096;

    /** For Declarative Services and the generated boot code. */
    public ResidencyCalls() {
    }

    /**
     * madvise(2).
     *
     * @param thread the caller
     * @param address page-aligned
     * @param length bytes
     * @param advice a MADV_ number
     * @return 0
     * @throws KernelException as madvise(2)
     */
    @Syscall(value = "madvise", partial = "no same-page merging, huge pages or MADV_REMOVE; hints about future use change nothing")
    public long madvise(UserThread thread, long address, long length, int advice) throws KernelException {
        Advice.apply(UserAddressSpace.of(thread), address, length, advice);
        return 0;
    }

    /**
     * msync(2): file mappings are the page cache itself, so nothing is left to write.
     *
     * @param thread the caller
     * @param address page-aligned
     * @param length bytes
     * @param flags MS_ bits
     * @return 0
     * @throws KernelException as msync(2)
     */
    @Syscall("msync")
    public long msync(UserThread thread, long address, long length, int flags) throws KernelException {
        check((flags & ~(MS_ASYNC | MS_INVALIDATE | MS_SYNC)) == 0, Errno.EINVAL);
        check((address & PageSize.OFFSET_MASK) == 0, Errno.EINVAL);
        check((flags & MS_ASYNC) == 0 || (flags & MS_SYNC) == 0, Errno.EINVAL);
        long end = address + PageSize.ceil(length);
        check(Long.compareUnsigned(end, address) >= 0, Errno.ENOMEM);
        UserAddressSpace space = UserAddressSpace.of(thread);
        check(end == address || space.isMapped(address, end), Errno.ENOMEM);
        check((flags & MS_INVALIDATE) == 0 || !space.isAnyLocked(address, end), Errno.EBUSY);
        return 0;
    }

    /**
     * mincore(2).
     *
     * @param thread the caller
     * @param address page-aligned
     * @param length bytes
     * @param vector one byte a page: 1 if present
     * @return 0
     * @throws KernelException as mincore(2)
     */
    @Syscall("mincore")
    public long mincore(UserThread thread, long address, long length, long vector) throws KernelException {
        check((address & PageSize.OFFSET_MASK) == 0, Errno.EINVAL);
        check(Ranges.isUserRange(address, length), Errno.ENOMEM);
        long count = PageSize.ceil(length) >>> PageSize.SHIFT;
        check(Ranges.isUserRange(vector, count), Errno.EFAULT);
        UserAddressSpace space = UserAddressSpace.of(thread);
        byte[] present = new byte[(int) Math.min(count, MINCORE_CHUNK_PAGES)];
        for (long done = 0; done < count; done += present.length) {
            int part = (int) Math.min(present.length, count - done);
            space.residency(address + (done << PageSize.SHIFT), present, part);
            check(UserMemory.write(vector + done, present, 0, part) == part, Errno.EFAULT);
        }
        return 0;
    }

    /**
     * mlock(2).
     *
     * @param thread the caller
     * @param address any address in the first page
     * @param length bytes
     * @return 0
     * @throws KernelException as mlock(2)
     */
    @Syscall("mlock")
    public long mlock(UserThread thread, long address, long length) throws KernelException {
        return mlock2(thread, address, length, 0);
    }

    /**
     * mlock2(2).
     *
     * @param thread the caller
     * @param address any address in the first page
     * @param length bytes
     * @param flags MLOCK_ONFAULT
     * @return 0
     * @throws KernelException as mlock2(2)
     */
    @Syscall("mlock2")
    public long mlock2(UserThread thread, long address, long length, int flags) throws KernelException {
        check((flags & ~MLOCK_ONFAULT) == 0, Errno.EINVAL);
        UserAddressSpace space = UserAddressSpace.of(thread);
        long start = PageSize.floor(address);
        long end = lockedEnd(address, length);
        checkLockLimit(thread, space.lockedBytes() + (end - start));
        if (start != end) {
            space.setLocked(start, end, true);
            if ((flags & MLOCK_ONFAULT) == 0) {
                Population.forLock(space, start, end);
            }
        }
        return 0;
    }

    /**
     * munlock(2).
     *
     * @param thread the caller
     * @param address any address in the first page
     * @param length bytes
     * @return 0
     * @throws KernelException as munlock(2)
     */
    @Syscall("munlock")
    public long munlock(UserThread thread, long address, long length) throws KernelException {
        long start = PageSize.floor(address);
        long end = lockedEnd(address, length);
        if (start != end) {
            UserAddressSpace.of(thread).setLocked(start, end, false);
        }
        return 0;
    }

    /**
     * mlockall(2).
     *
     * @param thread the caller
     * @param flags MCL_ bits
     * @return 0
     * @throws KernelException as mlockall(2)
     */
    @Syscall("mlockall")
    public long mlockall(UserThread thread, int flags) throws KernelException {
        check(flags != 0 && (flags & ~(MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT)) == 0 && flags != MCL_ONFAULT, Errno.EINVAL);
        UserAddressSpace space = UserAddressSpace.of(thread);
        checkLockLimit(thread, (flags & MCL_CURRENT) == 0 ? 0 : space.virtualBytes());
        space.setLocksFuture((flags & MCL_FUTURE) != 0);
        if ((flags & MCL_CURRENT) != 0) {
            space.setAllLocked(true);
            if ((flags & MCL_ONFAULT) == 0) {
                space.populateAll();
            }
        }
        return 0;
    }

    /**
     * munlockall(2).
     *
     * @param thread the caller
     * @return 0
     * @throws KernelException never
     */
    @Syscall("munlockall")
    public long munlockall(UserThread thread) throws KernelException {
        UserAddressSpace space = UserAddressSpace.of(thread);
        space.setLocksFuture(false);
        space.setAllLocked(false);
        return 0;
    }

    private static long lockedEnd(long address, long length) throws KernelException {
        long start = PageSize.floor(address);
        long end = start + PageSize.ceil(length + (address - start));
        check(Long.compareUnsigned(end, start) >= 0, Errno.EINVAL);
        return end;
    }

    private static void checkLockLimit(UserThread thread, long bytes) throws KernelException {
        if (thread.credentials().isPrivileged()) {
            return;
        }
        long limit = thread.process().softLimit(ResourceConstants.RLIMIT_MEMLOCK);
        check(limit != 0, Errno.EPERM);
        check(limit < 0 || bytes <= limit, Errno.ENOMEM);
    }

    private static void check(boolean holds, Errno otherwise) throws KernelException {
        if (!holds) {
            throw KernelException.of(otherwise);
        }
    }
}
