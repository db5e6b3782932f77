package org.asterism.kernel.block;

import java.util.Objects;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.ostd.bus.RequestQueue;

/** A disk as its users see it: the same for as long as its device is there, whichever driver drives it, if any. */
public final class BlockDevice {
    /** Bytes of a sector. */
    public static final int SECTOR_BYTES = 512;

    private final String name;
    private final int number;
    private final BlockGeometry geometry;
    private final RequestQueue<BlockRequest> queue;

    /**
     * A disk.
     *
     * @param name such as {@code vda}
     * @param number its device number, as {@link org.asterism.kernel.abi.DeviceNumber}
     * @param geometry how large it is and what can be done with it
     * @param queue of its device
     */
    public BlockDevice(String name, int number, BlockGeometry geometry, RequestQueue<BlockRequest> queue) {
        this.name = name;
        this.number = number;
        this.geometry = geometry;
        this.queue = queue;
    }

    /**
     * Its name.
     *
     * @return such as {@code vda}
     */
    public String name() {
        return name;
    }

    /**
     * Its number.
     *
     * @return as {@link org.asterism.kernel.abi.DeviceNumber}
     */
    public int number() {
        return number;
    }

    /**
     * Its size.
     *
     * @return in sectors
     */
    public long sectors() {
        return geometry.sectors();
    }

    /**
     * How large it is and what can be done with it.
     *
     * @return never null
     */
    public BlockGeometry geometry() {
        return geometry;
    }

    /**
     * Tells whether a queue is this disk's.
     *
     * @param other a queue
     * @return whether requests go there
     */
    public boolean isOf(RequestQueue<BlockRequest> other) {
        return queue == other;
    }

    /**
     * Reads sectors, waiting for them.
     *
     * @param sector the first one
     * @param into where to put them
     * @param at index of the first byte
     * @param count how many sectors
     * @throws KernelException {@code EIO} if the disk fails, {@code ENXIO} if it ends before
     */
    public void read(long sector, byte[] into, int at, int count) throws KernelException {
        submit(BlockRequest.Operation.READ, sector, count, into, at).await();
    }

    /**
     * Writes sectors, waiting until the disk has them.
     *
     * @param sector the first one
     * @param from where to take them
     * @param at index of the first byte
     * @param count how many sectors
     * @throws KernelException {@code EIO} if the disk fails, {@code ENXIO} if it ends before, {@code EROFS} if it cannot be written
     */
    public void write(long sector, byte[] from, int at, int count) throws KernelException {
        submit(BlockRequest.Operation.WRITE, sector, count, from, at).await();
    }

    /**
     * Makes everything durable that was written before.
     *
     * @throws KernelException {@code EIO} if the disk fails
     */
    public void flush() throws KernelException {
        submit(BlockRequest.Operation.FLUSH, 0, 0, new byte[0], 0).await();
    }

    /**
     * Submits a transfer without waiting. First sector and count are multiples of the block's, or the disk may fail.
     *
     * @param operation what to do
     * @param sector the first one
     * @param count how many sectors
     * @param bytes left alone until the request has ended
     * @param at index of the first byte
     * @return to wait for
     * @throws KernelException {@code ENXIO} if the disk ends before, {@code EROFS} if it cannot be written
     */
    public BlockRequest submit(BlockRequest.Operation operation, long sector, int count, byte[] bytes, int at) throws KernelException {
        Objects.checkFromIndexSize(at, count * SECTOR_BYTES, bytes.length);
        if (sector < 0 || count < 0 || sector > geometry.sectors() - count) {
            throw KernelException.of(Errno.ENXIO);
        }
        if (operation == BlockRequest.Operation.WRITE && geometry.readOnly()) {
            throw KernelException.of(Errno.EROFS);
        }
        BlockRequest request = new BlockRequest(operation, sector, count, bytes, at);
        queue.submit(request);
        return request;
    }
}
