package org.asterism.ostd.arch;

/**
 * Access to the user half of the active page table, which may fault: an access that faults ends early and says so. Callers keep a range
 * inside one user page, and have checked that it lies in user addresses.
 */
public abstract class UserCopy {
    /** For subclasses. */
    protected UserCopy() {}

    /**
     * Copies from user memory to raw kernel memory.
     *
     * @param user   first user address
     * @param kernel first kernel address
     * @param bytes  how many
     * @return bytes not copied; 0 unless an access faulted
     */
    public abstract long fromUser(long user, long kernel, long bytes);

    /**
     * Copies from raw kernel memory to user memory.
     *
     * @param kernel first kernel address
     * @param user   first user address
     * @param bytes  how many
     * @return bytes not copied; 0 unless an access faulted
     */
    public abstract long toUser(long kernel, long user, long bytes);

    /**
     * Zeroes user memory.
     *
     * @param user  first user address
     * @param bytes how many
     * @return bytes not zeroed; 0 unless an access faulted
     */
    public abstract long clear(long user, long bytes);

    /**
     * Loads an aligned word.
     *
     * @param user its address
     * @return the word, zero-extended; −1 if the access faulted
     */
    public abstract long loadInt(long user);

    /**
     * Compares and exchanges an aligned word.
     *
     * @param user     its address
     * @param expected the value that must be there
     * @param value    the new value
     * @return the value that was there, zero-extended; −1 if the access faulted
     */
    public abstract long compareExchangeInt(long user, int expected, int value);
}
