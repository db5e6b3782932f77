package org.asterism.virtio.transport;

import org.asterism.ostd.io.IoMem;

/** Registers from an offset on. */
record RegisterBlock(IoMem registers, long offset, long length) {
    boolean isInside() {
        return offset + length <= registers.length();
    }

    int read8(long at) {
        return registers.read8(offset + at);
    }

    int read16(long at) {
        return registers.read16(offset + at);
    }

    int read32(long at) {
        return registers.read32(offset + at);
    }

    void write8(long at, int value) {
        registers.write8(offset + at, value);
    }

    void write16(long at, int value) {
        registers.write16(offset + at, value);
    }

    void write32(long at, int value) {
        registers.write32(offset + at, value);
    }

    /** In two halves, because no driver may assume that a device takes more at once (§4.1.3.1). */
    void write64(long at, long value) {
        write32(at, (int) value);
        write32(at + Integer.BYTES, (int) (value >>> Integer.SIZE));
    }

    /** The first bytes, by words where they are whole. */
    void copyOut(byte[] into) {
        int words = into.length & -Integer.BYTES;
        for (int i = 0; i < words; i += Integer.BYTES) {
            int word = read32(i);
            for (int j = 0; j < Integer.BYTES; j++) {
                into[i + j] = (byte) (word >> Byte.SIZE * j);
            }
        }
        for (int i = words; i < into.length; i++) {
            into[i] = (byte) read8(i);
        }
    }
}
