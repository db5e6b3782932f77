package org.asterism.ostd.arch;

/**
 * The entries of a radix page table with 512 entries of 8 bytes in each table, as x86-64 and RISC-V have them.
 *
 * <p>An entry of zero maps nothing. An entry that consists of nothing but a page-aligned frame address is <em>detached</em>: the
 * hardware does not follow it, {@link #isMapped} is false for it, and its frame waits for the TLB flush.
 */
public abstract class PageTableFormat {
    /** Entries in one table. */
    public static final int ENTRIES = 512;
    /** Base-2 logarithm of {@link #ENTRIES}. */
    public static final int INDEX_BITS = 9;

    private final long accessed;
    private final long dirty;

    /**
     * A format of the bits that the hardware sets.
     *
     * @param accessed set at an access
     * @param dirty    set at a store
     */
    protected PageTableFormat(long accessed, long dirty) {
        this.accessed = accessed;
        this.dirty = dirty;
    }

    /**
     * Number of levels; level 0 holds the pages.
     *
     * @return 3 to 5
     */
    public abstract int levels();

    /**
     * The lowest address that a user program may map.
     *
     * @return page-aligned
     */
    public abstract long minimumUserAddress();

    /**
     * The end of the addresses that a user program may map.
     *
     * @return page-aligned
     */
    public abstract long maximumUserAddress();

    /**
     * An entry that points to a lower table.
     *
     * @param table physical address of the table
     * @return the entry
     */
    public abstract long tableEntry(long table);

    /**
     * An entry that maps a page for user mode; with no right at all it is mapped for us and absent for the hardware.
     *
     * @param frame      physical address
     * @param protection {@link org.asterism.ostd.mm.Protection} bits
     * @return the entry
     */
    public abstract long userEntry(long frame, int protection);

    /**
     * An entry that maps a writable page for the kernel alone, not executable.
     *
     * @param frame physical address
     * @return the entry
     */
    public abstract long kernelEntry(long frame);

    /**
     * Tells whether an entry maps a frame or points to a table.
     *
     * @param entry any entry
     * @return false for zero and for detached entries
     */
    public abstract boolean isMapped(long entry);

    /**
     * The frame of an entry.
     *
     * @param entry not zero
     * @return its physical address
     */
    public abstract long frame(long entry);

    /**
     * The rights of a user entry.
     *
     * @param entry mapped
     * @return {@link org.asterism.ostd.mm.Protection} bits
     */
    public abstract int protection(long entry);

    /**
     * Tells whether the hardware has seen an access.
     *
     * @param entry mapped
     * @return the accessed bit
     */
    public final boolean isAccessed(long entry) {
        return (entry & accessed) != 0;
    }

    /**
     * Tells whether the hardware has seen a store.
     *
     * @param entry mapped
     * @return the dirty bit
     */
    public final boolean isDirty(long entry) {
        return (entry & dirty) != 0;
    }

    /**
     * Copies the accessed and dirty bits from one entry into another.
     *
     * @param from where the hardware set them
     * @param into an entry with other rights
     * @return {@code into} with the bits
     */
    public final long withUsage(long from, long into) {
        return into | from & (accessed | dirty);
    }

    /**
     * Where the entry of an address lies in a table.
     *
     * @param address any
     * @param level   0 for the tables that hold pages
     * @return a byte offset
     */
    public static long slotOffset(long address, int level) {
        return (address >>> 12 + INDEX_BITS * level & ENTRIES - 1) << 3;
    }

    /**
     * Bytes that one entry of a level covers.
     *
     * @param level 0 for pages
     * @return 4096, 2 MiB, 1 GiB …
     */
    public static long span(int level) {
        return 1L << 12 + INDEX_BITS * level;
    }
}
