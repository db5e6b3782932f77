package org.asterism.kernel.abi;

/** Numbers in byte arrays, lowest byte first: the byte order of every supported architecture. */
public final class LittleEndian {
    private LittleEndian() {
    }

    /**
     * Reads 16 bits.
     *
     * @param bytes the array
     * @param at index of the lowest byte
     * @return from 0 to 65535
     */
    public static int getShort(byte[] bytes, int at) {
        return (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8;
    }

    /**
     * Reads 32 bits.
     *
     * @param bytes the array
     * @param at index of the lowest byte
     * @return the number, signed
     */
    public static int getInt(byte[] bytes, int at) {
        return getShort(bytes, at) | getShort(bytes, at + 2) << 16;
    }

    /**
     * Reads 64 bits.
     *
     * @param bytes the array
     * @param at index of the lowest byte
     * @return the number, signed
     */
    public static long getLong(byte[] bytes, int at) {
        return (getInt(bytes, at) & 0xffff_ffffL) | (long) getInt(bytes, at + 4) << 32;
    }

    /**
     * Writes 16 bits.
     *
     * @param bytes the array
     * @param at index of the lowest byte
     * @param value its low 16 bits count
     */
    public static void putShort(byte[] bytes, int at, int value) {
        bytes[at] = (byte) value;
        bytes[at + 1] = (byte) (value >> 8);
    }

    /**
     * Writes 32 bits.
     *
     * @param bytes the array
     * @param at index of the lowest byte
     * @param value the number
     */
    public static void putInt(byte[] bytes, int at, int value) {
        putShort(bytes, at, value);
        putShort(bytes, at + 2, value >> 16);
    }

    /**
     * Writes 64 bits.
     *
     * @param bytes the array
     * @param at index of the lowest byte
     * @param value the number
     */
    public static void putLong(byte[] bytes, int at, long value) {
        putInt(bytes, at, (int) value);
        putInt(bytes, at + 4, (int) (value >> 32));
    }
}
