package org.asterism.kernel.memory;

import java.util.List;
import org.asterism.kernel.KernelException;
import org.asterism.ostd.effect.FastPath;

/**
 * A user address space, shared by the threads of a process (and by vfork and CLONE_VM relatives) through a count of owners.
 *
 * <p>Addresses and lengths are checked here as mmap(2) and its relatives demand; errors are theirs.
 */
public interface AddressSpace {
    /**
     * Maps memory.
     *
     * @param address wanted start, or 0; a hint unless {@code placement} says otherwise
     * @param length bytes, rounded up to pages
     * @param protection {@link org.asterism.ostd.mm.Protection} bits
     * @param shared whether stores are seen by others
     * @param placement how binding {@code address} is
     * @param file what to map, null for anonymous memory
     * @param offset in the file, page-aligned
     * @param mayWrite whether {@link #protect} may later allow stores to a shared file mapping
     * @return the start
     * @throws KernelException {@code EINVAL}, {@code ENOMEM}, {@code EEXIST}, {@code EPERM}
     */
    long map(long address, long length, int protection, boolean shared, Placement placement, MappableFile file,
            long offset, boolean mayWrite) throws KernelException;

    /**
     * Unmaps a range; what is not mapped is passed over.
     *
     * @param address page-aligned
     * @param length bytes, rounded up to pages
     * @throws KernelException {@code EINVAL}, {@code ENOMEM}
     */
    void unmap(long address, long length) throws KernelException;

    /**
     * Changes rights.
     *
     * @param address page-aligned
     * @param length bytes, rounded up to pages
     * @param protection {@link org.asterism.ostd.mm.Protection} bits
     * @throws KernelException {@code EINVAL}, {@code ENOMEM} if a part is not mapped, {@code EACCES}
     */
    void protect(long address, long length, int protection) throws KernelException;

    /**
     * Sets where the heap begins, at program start.
     *
     * @param start first address past the program image
     */
    void setHeapStart(long start);

    /**
     * Moves the end of the heap: brk(2).
     *
     * @param end wanted end; 0 asks
     * @return the end from now on, unchanged if the wanted one is impossible
     */
    long setHeapEnd(long end);

    /**
     * Declares the mapping that grows downwards as the main stack, for labels and growth.
     *
     * @param low first address of the reserved range
     * @param high address past its end
     * @throws KernelException {@code ENOMEM}
     */
    void mapStack(long low, long high) throws KernelException;

    /**
     * Resolves a fault that a user program took.
     *
     * @param address the faulting address
     * @param access a {@link org.asterism.ostd.mm.Protection} bit
     * @return what became of it
     */
    @FastPath
    FaultOutcome handleFault(long address, int access);

    /**
     * A copy for a new process: private memory copy-on-write, shared mappings shared.
     *
     * @return with one owner
     * @throws KernelException {@code ENOMEM}; nothing is left behind
     */
    AddressSpace fork() throws KernelException;

    /** Makes this the address space of the current task. */
    void activate();

    /** Adds an owner. */
    void retain();

    /** Drops an owner; the last one unmaps everything. The current task must not have it active then. */
    void release();

    /**
     * Copies out, resolving faults, whether active or not.
     *
     * @param address first address
     * @param into where to put the bytes
     * @param at index of the first byte
     * @param length how many
     * @return how many were copied
     */
    int read(long address, byte[] into, int at, int length);

    /**
     * Copies in, resolving faults, whether active or not.
     *
     * @param address first address
     * @param from where to take the bytes
     * @param at index of the first byte
     * @param length how many
     * @return how many were copied
     */
    int write(long address, byte[] from, int at, int length);

    /**
     * All mappings in address order.
     *
     * @return a snapshot
     */
    List<Mapping> mappings();

    /**
     * The mapping at one address.
     *
     * @param address any
     * @return null if nothing is mapped there
     */
    Mapping mappingAt(long address);

    /**
     * Tells where the memory at an address really is, if a shared mapping is there.
     *
     * @param address any
     * @param place is told at once, or not at all
     */
    void findShared(long address, SharedPlace place);

    /**
     * Bytes mapped.
     *
     * @return the virtual size
     */
    long virtualBytes();

    /**
     * Bytes present.
     *
     * @return the resident set
     */
    long residentBytes();

    /**
     * About how much memory there would be without this address space: pages that no file keeps, and what its mappings take in the kernel.
     *
     * @return bytes
     */
    long ownBytes();
}
