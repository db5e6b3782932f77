package org.asterism.service.fs.initramfs;

/** Bytes one after the other. */
interface ByteSource {
    /**
     * The next byte.
     *
     * @return from 0 to 255; −1 at the end
     */
    int next();

    /**
     * The next bytes.
     *
     * @param into where to put them
     * @param at index of the first byte
     * @param length how many
     * @return how many there were; fewer than {@code length} at the end
     */
    default int read(byte[] into, int at, int length) {
        for (int i = 0; i < length; i++) {
            int value = next();
            if (value < 0) {
                return i;
            }
            into[at + i] = (byte) value;
        }
        return length;
    }
}
