package org.asterism.virtio;

import java.util.Objects;
import org.asterism.ostd.io.DmaCoherent;

/**
 * Parts of DMA memory for a {@link Virtqueue}: first those that the device reads, then those that it writes (VIRTIO 1.2 §2.7.4.2). To be used again and again, but
 * left alone while it is with the device.
 *
 * @param <O> whom it belongs to
 */
public final class VirtqueueChain<O> {
    private final O owner;
    private final long[] addresses;
    private final int[] lengths;
    private int parts;
    private int readable;
    private long writableBytes;
    private long bytesWritten;

    /**
     * An empty chain.
     *
     * @param owner whom it belongs to
     * @param mostParts how many parts it can take
     */
    public VirtqueueChain(O owner, int mostParts) {
        this.owner = owner;
        addresses = new long[mostParts];
        lengths = new int[mostParts];
    }

    /**
     * Whom it belongs to.
     *
     * @return as it was made with
     */
    public O owner() {
        return owner;
    }

    /**
     * How much the device says it has written.
     *
     * @return bytes, from the first writable one on, not more than there are
     */
    public long bytesWritten() {
        return bytesWritten;
    }

    /**
     * Empties it.
     *
     * @return this
     */
    public VirtqueueChain<O> clear() {
        parts = 0;
        readable = 0;
        writableBytes = 0;
        return this;
    }

    /**
     * Adds memory that the device reads.
     *
     * @param memory of the device
     * @param offset of the first byte
     * @param length bytes, 1 at least
     * @return this
     * @throws IllegalStateException after memory that it writes
     */
    public VirtqueueChain<O> readable(DmaCoherent memory, long offset, int length) {
        if (readable < parts) {
            throw new IllegalStateException("memory that the device reads comes before what it writes");
        }
        add(memory, offset, length);
        readable = parts;
        return this;
    }

    /**
     * Adds memory that the device writes.
     *
     * @param memory of the device
     * @param offset of the first byte
     * @param length bytes, 1 at least
     * @return this
     */
    public VirtqueueChain<O> writable(DmaCoherent memory, long offset, int length) {
        add(memory, offset, length);
        writableBytes += length;
        return this;
    }

    private void add(DmaCoherent memory, long offset, int length) {
        Objects.checkFromIndexSize(offset, length, memory.length());
        if (length == 0) {
            throw new IllegalArgumentException("a part of no bytes");
        }
        addresses[parts] = memory.deviceAddress() + offset;
        lengths[parts] = length;
        parts++;
    }

    int parts() {
        return parts;
    }

    long address(int part) {
        return addresses[part];
    }

    int length(int part) {
        return lengths[part];
    }

    boolean isWritable(int part) {
        return part >= readable;
    }

    long writableBytes() {
        return writableBytes;
    }

    void used(long bytes) {
        bytesWritten = bytes;
    }
}
