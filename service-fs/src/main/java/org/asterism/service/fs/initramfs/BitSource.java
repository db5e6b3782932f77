package org.asterism.service.fs.initramfs;

/** Bits of a byte source, least significant first. Past the end it gives zeroes and notes when they are taken. */
final class BitSource {
    private final ByteSource bytes;
    private long buffer;
    private int available;
    private int missing;

    BitSource(ByteSource bytes) {
        this.bytes = bytes;
    }

    /** The next bits, at most 24, without taking them. */
    int peek(int number) {
        while (available < number) {
            int next = bytes.next();
            if (next < 0) {
                missing += 8;
                next = 0;
            }
            buffer |= (long) next << available;
            available += 8;
        }
        return (int) buffer & (1 << number) - 1;
    }

    /** Takes bits that were looked at. */
    void drop(int number) {
        buffer >>>= number;
        available -= number;
    }

    /** The next bits, at most 24. */
    int take(int number) {
        int value = peek(number);
        drop(number);
        return value;
    }

    /** Drops the bits up to the next byte. */
    void align() {
        drop(available & 7);
    }

    /** Tells whether bits were taken that the source did not have. */
    boolean isEnded() {
        return missing > available;
    }
}
