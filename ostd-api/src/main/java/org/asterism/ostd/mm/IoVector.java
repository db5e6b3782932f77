package org.asterism.ostd.mm;

/** Ranges of user memory consumed front to back: the shape of {@code struct iovec[]} of readv(2). */
public final class IoVector {
    /** Most ranges in one vector: IOV_MAX of Linux. */
    public static final int MAX_SEGMENTS = 1024;

    private final long[] addresses;
    private final long[] lengths;
    private int current;
    private long remaining;
    private boolean advanced;

    /**
     * A vector of one range.
     *
     * @param address the first user address
     * @param length bytes, not negative
     */
    public IoVector(long address, long length) {
        this(new long[] {address}, new long[] {length});
    }

    /**
     * A vector of several ranges.
     *
     * @param addresses first user address of each range; kept, not copied
     * @param lengths bytes of each range; kept, not copied, and changed as bytes are consumed
     * @throws IllegalArgumentException if a length is negative, the sum overflows, or there are too many ranges
     */
    public IoVector(long[] addresses, long[] lengths) {
        if (addresses.length != lengths.length || addresses.length > MAX_SEGMENTS) {
            throw new IllegalArgumentException("an I/O vector of " + addresses.length + " addresses and "
                    + lengths.length + " lengths; at most " + MAX_SEGMENTS + " of each");
        }
        long sum = 0;
        for (long length : lengths) {
            sum += length;
            if (length < 0 || sum < 0) {
                throw new IllegalArgumentException("a range of " + length + " bytes in an I/O vector");
            }
        }
        this.addresses = addresses;
        this.lengths = lengths;
        this.remaining = sum;
        skipEmpty();
    }

    /** Makes a vector of one range one of another range. */
    void become(long address, long length) {
        if (length < 0) {
            throw new IllegalArgumentException("a range of " + length + " bytes in an I/O vector");
        }
        addresses[0] = address;
        lengths[0] = length;
        advanced = false;
        current = 0;
        remaining = length;
    }

    /**
     * Bytes left in all ranges.
     *
     * @return from 0
     */
    public long remaining() {
        return remaining;
    }

    /**
     * Start of what is left of the current range.
     *
     * @return a user address
     */
    public long partAddress() {
        return addresses[current];
    }

    /**
     * Length of what is left of the current range, within the limit.
     *
     * @return bytes, above 0 unless nothing remains
     */
    public long partLength() {
        return remaining == 0 ? 0 : Math.min(lengths[current], remaining);
    }

    /**
     * Consumes bytes of the current range.
     *
     * @param count at most {@link #partLength()}
     */
    public void advance(long count) {
        if (count < 0 || count > partLength()) {
            throw new IndexOutOfBoundsException("advance by " + count + " of " + partLength());
        }
        if (count == 0) {
            return;
        }
        addresses[current] += count;
        lengths[current] -= count;
        remaining -= count;
        advanced = true;
        skipEmpty();
    }

    /**
     * Decides what becomes of a copy for which there is no memory: what went before counts, and it ends short; else it fails.
     *
     * @param exhausted what the copy threw
     * @throws OutOfMemoryError if no byte was consumed yet
     */
    void endShort(OutOfMemoryError exhausted) {
        if (!advanced) {
            throw exhausted;
        }
    }

    /**
     * Limits what remains.
     *
     * @param length bytes
     */
    public void limit(long length) {
        remaining = Math.min(remaining, Math.max(0, length));
    }

    private void skipEmpty() {
        while (remaining > 0 && lengths[current] == 0) {
            current++;
        }
    }
}
