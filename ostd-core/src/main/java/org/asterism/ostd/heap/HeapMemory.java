package org.asterism.ostd.heap;

/**
 * Where the object heap gets its memory from: aligned blocks inside one address range. Implemented over frames on a machine and over
 * {@code mmap} in a Linux process; one instance, given to {@code Heap.start}.
 *
 * <p>Called with preemption off and, during a collection, with the world stopped. Implementations neither allocate objects nor block.
 */
public abstract class HeapMemory {
    /** Bytes of one block, and its alignment. */
    public static final int BLOCK_BYTES = 1 << 15;

    /**
     * The lowest address a block may ever have.
     *
     * @return an address, aligned to {@link #BLOCK_BYTES}; constant
     */
    public abstract long rangeStart();

    /**
     * The length of the range all blocks come from. The heap keeps about one byte in 4,000 of it in side tables, so it need not be
     * tight, but should not be absurd.
     *
     * @return bytes, a multiple of {@link #BLOCK_BYTES}; constant
     */
    public abstract long rangeBytes();

    /**
     * Takes consecutive blocks. Their contents are arbitrary.
     *
     * @param blocks how many
     * @return the address of the first, aligned to {@link #BLOCK_BYTES}; 0 if there is no such run now
     */
    public abstract long acquire(long blocks);

    /**
     * Gives back blocks, in any partition: a run may be returned in pieces.
     *
     * @param address of the first
     * @param blocks  how many
     */
    public abstract void release(long address, long blocks);

    /**
     * The most the heap may hold now; it collects before it asks for more than this. May change as other users of memory come and go.
     *
     * @return bytes
     */
    public abstract long limitBytes();
}
