package org.asterism.kernel.block;

import java.util.Objects;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.ostd.sync.WaitQueue;

/**
 * One transfer of whole sectors. It may be carried out twice, by two drivers one after the other; both times it moves the same bytes, which nobody
 * else touches until it has ended.
 */
public final class BlockRequest {
    /** What a request does. */
    public enum Operation {
        /** Sectors into the array. */
        READ,
        /** The array into sectors. */
        WRITE,
        /** Makes what was written durable; transfers nothing. */
        FLUSH
    }

    private final Operation operation;
    private final long sector;
    private final byte[] bytes;
    private final int offset;
    private final int sectorCount;
    private final WaitQueue waiters = new WaitQueue();
    private Errno failure;
    private volatile boolean ended;

    /**
     * A request that has not been submitted.
     *
     * @param operation what to do
     * @param sector the first one
     * @param sectorCount how many
     * @param bytes data, until the request has ended the driver's
     * @param offset where in the array
     */
    public BlockRequest(Operation operation, long sector, int sectorCount, byte[] bytes, int offset) {
        Objects.checkFromIndexSize(offset, sectorCount * BlockDevice.SECTOR_BYTES, bytes.length);
        this.operation = operation;
        this.sector = sector;
        this.sectorCount = sectorCount;
        this.bytes = bytes;
        this.offset = offset;
    }

    /**
     * What to do.
     *
     * @return never null
     */
    public Operation operation() {
        return operation;
    }

    /**
     * The first sector.
     *
     * @return from 0
     */
    public long sector() {
        return sector;
    }

    /**
     * Counts sectors.
     *
     * @return 0 for a flush
     */
    public int sectorCount() {
        return sectorCount;
    }

    /**
     * The data.
     *
     * @return not a copy
     */
    public byte[] bytes() {
        return bytes;
    }

    /**
     * Where the data begins in {@link #bytes()}.
     *
     * @return an index
     */
    public int offset() {
        return offset;
    }

    /**
     * Ends it; for the driver, when {@link org.asterism.ostd.bus.RequestQueue#finish} has said that it is still its own.
     *
     * @param failed null if all went well
     */
    public void end(Errno failed) {
        failure = failed;
        ended = true;
        waiters.wakeAll();
    }

    /**
     * Waits until it has ended.
     *
     * @throws KernelException what the driver said, {@code EIO} in most cases
     */
    public void await() throws KernelException {
        waiters.await(() -> ended);
        if (failure != null) {
            throw KernelException.of(failure);
        }
    }
}
