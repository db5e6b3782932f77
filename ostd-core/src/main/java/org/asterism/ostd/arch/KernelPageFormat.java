package org.asterism.ostd.arch;

/** Entries of page tables as a bare machine's kernel makes them for itself, and as its self test reads them. */
public abstract class KernelPageFormat extends PageTableFormat {
    /** Beside the bits of {@link org.asterism.ostd.mm.Protection}: user mode may use the entry. */
    public static final int USER = 1 << 8;

    /**
     * A format of the bits that the hardware sets.
     *
     * @param accessed set at an access
     * @param dirty    set at a store
     */
    protected KernelPageFormat(long accessed, long dirty) {
        super(accessed, dirty);
    }

    /**
     * An entry that maps memory for the kernel alone, in every address space.
     *
     * @param frame      physical address, aligned to the span of the level
     * @param protection {@link org.asterism.ostd.mm.Protection} bits
     * @param level      0 for a page, 1 for 2 MiB
     * @return the entry
     */
    public abstract long leaf(long frame, int protection, int level);

    /**
     * An entry that maps a page of device registers for the kernel alone.
     *
     * @param frame physical address
     * @return the entry
     */
    public abstract long deviceLeaf(long frame);

    /**
     * An entry that points to a lower table of the kernel's half.
     *
     * @param table physical address
     * @return the entry
     */
    public abstract long kernelTable(long table);

    /**
     * Tells whether the hardware follows an entry.
     *
     * @param entry any
     * @return whether it is present
     */
    public abstract boolean isPresent(long entry);

    /**
     * Tells whether a present entry maps memory instead of pointing to a table.
     *
     * @param entry present
     * @param level of its table
     * @return whether it is a leaf
     */
    public abstract boolean isLeaf(long entry, int level);

    /**
     * What the hardware allows through a present entry, as far as the entry tells.
     *
     * @param entry present
     * @return {@link org.asterism.ostd.mm.Protection} bits and {@link #USER}
     */
    public abstract int allows(long entry);
}
