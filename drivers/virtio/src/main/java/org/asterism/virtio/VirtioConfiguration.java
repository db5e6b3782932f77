package org.asterism.virtio;

/** What a device's configuration was at one time. Little-endian; offsets as its type describes them. */
public final class VirtioConfiguration {
    private final byte[] content;

    VirtioConfiguration(byte[] content) {
        this.content = content;
    }

    /**
     * A byte.
     *
     * @param offset of it
     * @return from 0 to 255
     */
    public int read8(int offset) {
        return content[offset] & 0xff;
    }

    /**
     * 2 bytes.
     *
     * @param offset of the first
     * @return from 0 to 65,535
     */
    public int read16(int offset) {
        return read8(offset) | read8(offset + 1) << Byte.SIZE;
    }

    /**
     * 4 bytes.
     *
     * @param offset of the first
     * @return their value
     */
    public int read32(int offset) {
        return read16(offset) | read16(offset + 2) << Short.SIZE;
    }

    /**
     * 8 bytes.
     *
     * @param offset of the first
     * @return their value
     */
    public long read64(int offset) {
        return read32(offset) & 0xffff_ffffL | (long) read32(offset + Integer.BYTES) << Integer.SIZE;
    }
}
