package org.asterism.ostd.arch;

/** Which page table the processors follow, and what they remember of it. */
public abstract class AddressTranslation {
    /** For subclasses. */
    protected AddressTranslation() {}

    /**
     * Fills the kernel's half of a new root table.
     *
     * @param root linear-map address of a zeroed frame
     */
    public abstract void initializeRoot(long root);

    /**
     * Makes the calling processor follow a table. Called with preemption off.
     *
     * @param root physical address; 0 for the kernel's own table, which has no user half
     */
    public abstract void activate(long root);

    /**
     * Forgets what any processor remembers of a range of a space; returns after all of them have.
     *
     * @param root  physical address of the table
     * @param start first address
     * @param end   address past the last
     */
    public abstract void flush(long root, long start, long end);

    /**
     * Forgets what any processor remembers of a range of the kernel's half; returns after all of them have.
     *
     * @param start first address
     * @param end   address past the last
     */
    public abstract void flushKernel(long start, long end);
}
