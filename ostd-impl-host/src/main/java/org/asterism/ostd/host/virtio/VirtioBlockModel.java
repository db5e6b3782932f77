package org.asterism.ostd.host.virtio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import org.asterism.ostd.time.Clock;
import org.asterism.ostd.time.Timer;

/** A disk (VIRTIO 1.2 §5.2) on an array or a file: each request takes a while, and many can be under way. A reset drops those that are, without effect. */
public final class VirtioBlockModel extends VirtioModel {
    private static final int TYPE = 2;
    private static final long READ_ONLY = 1L << 5;
    private static final long BLOCK_SIZE = 1L << 6;
    private static final long FLUSH = 1L << 9;
    private static final int QUEUE_SIZE = 64;
    private static final int SECTOR_BYTES = 512;
    private static final int CONFIGURATION_BYTES = 24;
    private static final int CONFIGURATION_BLOCK = 20;
    private static final int HEADER_BYTES = 16;
    private static final int IN = 0;
    private static final int OUT = 1;
    private static final int DO_FLUSH = 4;
    private static final byte OK = 0;
    private static final byte FAILED = 1;
    private static final byte UNSUPPORTED = 2;
    private static final long LATENCY_NANOS = 50_000;

    private final ByteBuffer medium;
    private final boolean readOnly;
    private final int blockBytes;
    private final Deque<DeviceChain> underWay = new ArrayDeque<>();
    private final Timer completion = new Timer(now -> complete());
    private int flushes;
    private int mostUnderWay;
    private long failing = -1;

    /**
     * A disk that can be written, with blocks of a sector.
     *
     * @param medium its bytes, whole sectors
     */
    public VirtioBlockModel(byte[] medium) {
        this(ByteBuffer.wrap(medium), false, SECTOR_BYTES);
    }

    private VirtioBlockModel(ByteBuffer medium, boolean readOnly, int blockBytes) {
        super(TYPE, VERSION_1 | FLUSH | BLOCK_SIZE | (readOnly ? READ_ONLY : 0), QUEUE_SIZE);
        this.medium = medium;
        this.readOnly = readOnly;
        this.blockBytes = blockBytes;
        if (medium.capacity() % blockBytes != 0) {
            throw new IllegalArgumentException("a disk of " + medium.capacity() + " bytes; it must be a multiple of " + blockBytes);
        }
    }

    /**
     * A disk on a file, which it changes.
     *
     * @param file whole sectors, less than 2 GiB
     * @return that can be written
     * @throws IOException if it cannot be mapped
     */
    public static VirtioBlockModel of(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return new VirtioBlockModel(channel.map(FileChannel.MapMode.READ_WRITE, 0, channel.size()), false, SECTOR_BYTES);
        }
    }

    /**
     * A disk that cannot be written.
     *
     * @param medium its bytes, whole sectors
     * @return new
     */
    public static VirtioBlockModel readOnly(byte[] medium) {
        return new VirtioBlockModel(ByteBuffer.wrap(medium), true, SECTOR_BYTES);
    }

    /**
     * A disk that transfers whole blocks only.
     *
     * @param medium its bytes, whole blocks
     * @param blockBytes of a block, a power of two
     * @return that can be written
     */
    public static VirtioBlockModel withBlocks(byte[] medium, int blockBytes) {
        return new VirtioBlockModel(ByteBuffer.wrap(medium), false, blockBytes);
    }

    /**
     * Makes transfers of a sector fail from now on.
     *
     * @param sector which one, −1 for none
     */
    public void failSector(long sector) {
        failing = sector;
    }

    /**
     * Counts flushes.
     *
     * @return since it was made
     */
    public int flushes() {
        return flushes;
    }

    /**
     * How many requests there were at one time.
     *
     * @return the most
     */
    public int mostUnderWay() {
        return mostUnderWay;
    }

    @Override
    protected byte[] configuration() {
        ByteBuffer content = ByteBuffer.allocate(CONFIGURATION_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        return content.putLong(0, medium.capacity() / SECTOR_BYTES).putInt(CONFIGURATION_BLOCK, blockBytes).array();
    }

    @Override
    protected void notified(int queue) {
        for (DeviceChain chain = queue(0).take(); chain != null; chain = queue(0).take()) {
            underWay.add(chain);
        }
        mostUnderWay = Math.max(mostUnderWay, underWay.size());
        if (!underWay.isEmpty()) {
            completion.arm(Clock.monotonicNanos() + LATENCY_NANOS);
        }
    }

    @Override
    protected void forget() {
        completion.cancel();
        underWay.clear();
    }

    private void complete() {
        for (DeviceChain chain = underWay.poll(); chain != null; chain = underWay.poll()) {
            int room = chain.room();
            byte[] request = chain.read();
            byte status = request.length < HEADER_BYTES || room == 0 ? FAILED : carryOut(ByteBuffer.wrap(request).order(ByteOrder.LITTLE_ENDIAN), chain);
            chain.write(room - 1, new byte[] {status});
            queue(0).use(chain, room);
        }
    }

    private byte carryOut(ByteBuffer request, DeviceChain chain) {
        int kind = request.getInt(0);
        int bytes = kind == IN ? chain.room() - 1 : request.capacity() - HEADER_BYTES;
        long sector = request.getLong(8);
        long sectors = medium.capacity() / SECTOR_BYTES;
        if (kind == DO_FLUSH) {
            flushes++;
            return OK;
        }
        if (kind != IN && kind != OUT) {
            return UNSUPPORTED;
        }
        if (bytes % blockBytes != 0 || sector < 0 || sector > sectors - bytes / SECTOR_BYTES || sector * SECTOR_BYTES % blockBytes != 0
                || kind == OUT && readOnly || failing >= sector && failing < sector + bytes / SECTOR_BYTES) {
            return FAILED;
        }
        byte[] content = new byte[bytes];
        if (kind == IN) {
            medium.get((int) sector * SECTOR_BYTES, content);
            chain.write(0, content);
        } else {
            request.get(HEADER_BYTES, content);
            medium.put((int) sector * SECTOR_BYTES, content);
        }
        return OK;
    }
}
