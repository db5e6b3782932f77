package org.asterism.service.mm;

import static org.asterism.kernel.abi.MemoryFlags.MAP_32BIT;
import static org.asterism.kernel.abi.MemoryFlags.MAP_ANONYMOUS;
import static org.asterism.kernel.abi.MemoryFlags.MAP_FIXED;
import static org.asterism.kernel.abi.MemoryFlags.MAP_FIXED_NOREPLACE;
import static org.asterism.kernel.abi.MemoryFlags.MAP_GROWSDOWN;
import static org.asterism.kernel.abi.MemoryFlags.MAP_HUGETLB;
import static org.asterism.kernel.abi.MemoryFlags.MAP_KNOWN;
import static org.asterism.kernel.abi.MemoryFlags.MAP_LOCKED;
import static org.asterism.kernel.abi.MemoryFlags.MAP_NONBLOCK;
import static org.asterism.kernel.abi.MemoryFlags.MAP_NORESERVE;
import static org.asterism.kernel.abi.MemoryFlags.MAP_POPULATE;
import static org.asterism.kernel.abi.MemoryFlags.MAP_PRIVATE;
import static org.asterism.kernel.abi.MemoryFlags.MAP_SHARED;
import static org.asterism.kernel.abi.MemoryFlags.MAP_SHARED_VALIDATE;
import static org.asterism.kernel.abi.MemoryFlags.MAP_TYPE;
import static org.asterism.kernel.abi.MemoryFlags.PROT_EXEC;
import static org.asterism.kernel.abi.MemoryFlags.PROT_GROWSDOWN;
import static org.asterism.kernel.abi.MemoryFlags.PROT_GROWSUP;
import static org.asterism.kernel.abi.MemoryFlags.PROT_READ;
import static org.asterism.kernel.abi.MemoryFlags.PROT_SEM;
import static org.asterism.kernel.abi.MemoryFlags.PROT_WRITE;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.memory.MappableFile;
import org.asterism.kernel.memory.Placement;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.syscall.Syscall;
import org.asterism.kernel.syscall.SyscallProvider;
import org.asterism.kernel.vfs.Answers;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.ostd.mm.Allocation;
import org.asterism.ostd.mm.PageSize;
import org.osgi.service.component.annotations.Component;

/** mmap(2), munmap(2), mprotect(2), mremap(2), brk(2): arguments decoded and errors in Linux's order. */
@Component(service = SyscallProvider.class)
public final class MappingCalls implements SyscallProvider {
    private static final int ACCESS_MODE = 3;
    private static final int WRITE_ONLY = 1;
    private static final int READ_WRITE = 2;
    private static final int RIGHTS = PROT_READ | PROT_WRITE | PROT_EXEC;

    /** For Declarative Services and the generated boot code. */
    public MappingCalls() {
    }

    /**
     * mmap(2).
     *
     * @param thread the caller
     * @param address wanted start
     * @param length bytes
     * @param protection PROT_ bits; unknown ones are ignored as on Linux
     * @param flags MAP_ bits
     * @param descriptor of the file
     * @param offset in the file
     * @return the start
     * @throws KernelException as mmap(2)
     */
    @Syscall(value = "mmap", partial = "MAP_HUGETLB is refused: there are no huge pages")
    public long mmap(UserThread thread, long address, long length, int protection, int flags, int descriptor, long offset)
            throws KernelException {
        check((offset & PageSize.OFFSET_MASK) == 0, Errno.EINVAL);
        boolean anonymous = (flags & MAP_ANONYMOUS) != 0;
        OpenFile file = anonymous ? null : thread.files().get(descriptor);
        check((flags & MAP_HUGETLB) == 0, anonymous ? Errno.ENOMEM : Errno.EINVAL);
        check(length != 0, Errno.EINVAL);
        check(PageSize.ceil(length) != 0, Errno.ENOMEM);
        int type = flags & MAP_TYPE;
        boolean shared = type == MAP_SHARED || type == MAP_SHARED_VALIDATE && !anonymous;
        check(shared || type == MAP_PRIVATE, Errno.EINVAL);
        check((flags & MAP_GROWSDOWN) == 0 || anonymous && !shared, Errno.EINVAL);
        int regionFlags = shared ? Region.SHARED : Region.MAY_WRITE;
        MappableFile mappable = null;
        if (anonymous) {
            regionFlags |= Region.MAY_WRITE;
        } else {
            int mode = file.statusFlags() & ACCESS_MODE;
            check(type != MAP_SHARED_VALIDATE || (flags & ~MAP_KNOWN) == 0, Errno.EOPNOTSUPP);
            check(!shared || (protection & PROT_WRITE) == 0 || mode == READ_WRITE, Errno.EACCES);
            check(mode != WRITE_ONLY, Errno.EACCES);
            mappable = Answers.mappable(file);
            regionFlags |= mode == READ_WRITE ? Region.MAY_WRITE : 0;
        }
        regionFlags |= (flags & MAP_GROWSDOWN) != 0 ? Region.GROWS_DOWN : 0;
        regionFlags |= (flags & MAP_32BIT) != 0 ? MapRequest.LOW_ADDRESS : 0;
        regionFlags |= (flags & MAP_NORESERVE) != 0 ? MapRequest.NOT_RESERVED : 0;
        UserAddressSpace space = UserAddressSpace.of(thread);
        boolean locked = (flags & MAP_LOCKED) != 0 || space.locksFuture();
        regionFlags |= locked ? Region.LOCKED : 0;
        long start = space.map(new MapRequest(address, length, protection & RIGHTS, regionFlags, placement(flags), mappable,
                anonymous ? 0 : offset));
        if (locked || (flags & (MAP_POPULATE | MAP_NONBLOCK)) == MAP_POPULATE) {
            Population.ignoringErrors(space, start, start + PageSize.ceil(length));
        }
        return start;
    }

    /**
     * munmap(2).
     *
     * @param thread the caller
     * @param address page-aligned
     * @param length bytes
     * @return 0
     * @throws KernelException as munmap(2)
     */
    @Syscall("munmap")
    public long munmap(UserThread thread, long address, long length) throws KernelException {
        thread.addressSpace().unmap(address, length);
        return 0;
    }

    /**
     * mprotect(2).
     *
     * @param thread the caller
     * @param address page-aligned
     * @param length bytes
     * @param protection PROT_ bits
     * @return 0
     * @throws KernelException as mprotect(2)
     */
    @Syscall("mprotect")
    public long mprotect(UserThread thread, long address, long length, int protection) throws KernelException {
        int grows = protection & (PROT_GROWSDOWN | PROT_GROWSUP);
        check(grows != (PROT_GROWSDOWN | PROT_GROWSUP), Errno.EINVAL);
        check((address & PageSize.OFFSET_MASK) == 0, Errno.EINVAL);
        if (length == 0) {
            return 0;
        }
        Ranges.end(address, length, Errno.ENOMEM);
        check((protection & ~(RIGHTS | PROT_SEM | PROT_GROWSDOWN | PROT_GROWSUP)) == 0, Errno.EINVAL);
        check((protection & PROT_GROWSUP) == 0, Errno.EINVAL);
        UserAddressSpace.of(thread).protect(address, length, protection & RIGHTS, grows == PROT_GROWSDOWN);
        return 0;
    }

    /**
     * mremap(2).
     *
     * @param thread the caller
     * @param address page-aligned start of the old range
     * @param oldLength bytes
     * @param newLength bytes
     * @param flags MREMAP_ bits
     * @param newAddress where to, with MREMAP_FIXED
     * @return the new start
     * @throws KernelException as mremap(2)
     */
    @Syscall("mremap")
    public long mremap(UserThread thread, long address, long oldLength, long newLength, int flags, long newAddress)
            throws KernelException {
        UserAddressSpace space = UserAddressSpace.of(thread);
        long start = space.remap(address, oldLength, newLength, flags, newAddress);
        Allocation.commit();
        if (space.isLocked(start)) {
            Population.ignoringErrors(space, start, start + PageSize.ceil(newLength));
        }
        return start;
    }

    /**
     * brk(2).
     *
     * @param thread the caller
     * @param end wanted end of the heap
     * @return the end from now on
     * @throws KernelException never
     */
    @Syscall("brk")
    public long brk(UserThread thread, long end) throws KernelException {
        UserAddressSpace space = UserAddressSpace.of(thread);
        return space.setHeapEnd(end);
    }

    private static Placement placement(int flags) {
        if ((flags & MAP_FIXED_NOREPLACE) != 0) {
            return Placement.EXACT;
        }
        return (flags & MAP_FIXED) != 0 ? Placement.REPLACE : Placement.HINT;
    }

    private static void check(boolean holds, Errno otherwise) throws KernelException {
        if (!holds) {
            throw KernelException.of(otherwise);
        }
    }
}
