package org.asterism.ostd.bare;

import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.ObjectLayout;
import org.asterism.ostd.unsafe.ObjectReference;

/** The registers of a user program, in an array of longs, whose data is 16-byte aligned and not a root. Offsets are in bytes. */
public abstract class RegisterImage {
    private final long[] words;

    /**
     * An image of zeroes.
     *
     * @param bytes its size
     */
    protected RegisterImage(int bytes) {
        words = new long[bytes >> 3];
    }

    /**
     * Address of the image, constant: objects do not move.
     *
     * @return its first byte
     */
    public final long address() {
        return ObjectReference.toAddress(words) + ObjectLayout.ARRAY_DATA;
    }

    /**
     * Reads a word.
     *
     * @param offset a multiple of 8
     * @return the word
     */
    public final long get(int offset) {
        return words[offset >> 3];
    }

    /**
     * Writes a word.
     *
     * @param offset a multiple of 8
     * @param value  the word
     */
    public final void set(int offset, long value) {
        words[offset >> 3] = value;
    }

    /**
     * Copies another image of the same size into this one.
     *
     * @param source the other
     */
    public final void copyFrom(RegisterImage source) {
        System.arraycopy(source.words, 0, words, 0, words.length);
    }

    /**
     * Copies the first bytes out.
     *
     * @param into  destination
     * @param count how many
     */
    public final void readBytes(byte[] into, int count) {
        for (int i = 0; i < count; i++) {
            into[i] = Address.loadByte(address() + i);
        }
    }

    /**
     * Replaces bytes by those at the same place of an array.
     *
     * @param from  source
     * @param start the first
     * @param end   after the last
     */
    public final void writeBytes(byte[] from, int start, int end) {
        for (int i = start; i < end; i++) {
            Address.storeByte(address() + i, from[i]);
        }
    }
}
