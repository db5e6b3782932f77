package org.asterism.driver.virtio.block;

import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.block.BlockDevice;
import org.asterism.kernel.block.BlockGeometry;
import org.asterism.kernel.block.BlockRequest;
import org.asterism.ostd.bus.Device;
import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.bus.DriverInstance;
import org.asterism.ostd.bus.RequestQueue;
import org.asterism.ostd.sync.Mutex;
import org.asterism.ostd.sync.WaitQueue;
import org.asterism.ostd.task.TaskOptions;
import org.asterism.virtio.VirtioConfiguration;
import org.asterism.virtio.VirtioDevice;
import org.asterism.virtio.VirtioType;
import org.asterism.virtio.Virtqueue;
import org.asterism.virtio.VirtqueueChain;

/**
 * One disk in operation. A task takes requests and gives them to the device; interrupts end them. Asked to rest, it resets the device, and leaves what was in flight for
 * the next driver.
 */
final class VirtioDisk implements DriverInstance {
    private static final int TRANSFERS = 8;
    private static final int TRANSFER_BYTES = 64 << 10;
    private static final int DESCRIPTORS = 32;
    private static final int LARGEST_BLOCK = 4096;

    private final RequestQueue<BlockRequest> requests;
    private final VirtioDevice virtio;
    private final Virtqueue<Transfer> queue;
    private final BlockGeometry geometry;
    private final boolean flushes;
    private final int mostBytes;
    private final String name;
    private final Mutex lock = new Mutex();
    private final WaitQueue waiters = new WaitQueue();
    private final Transfer[] transfers;
    private volatile boolean resting;
    private volatile boolean ended;

    VirtioDisk(Device device, RequestQueue<BlockRequest> requests) throws DeviceException {
        this.requests = requests;
        name = "disk " + device.identity().location();
        virtio = VirtioDevice.open(device, VirtioType.BLOCK, this::changed);
        long features = virtio.negotiate(BlockLayout.SIZE_MAX | BlockLayout.READ_ONLY | BlockLayout.BLOCK_SIZE | BlockLayout.FLUSH);
        VirtioConfiguration configuration = virtio.readConfiguration(BlockLayout.CONFIGURATION_BYTES);
        geometry = geometry(device, features, configuration);
        flushes = (features & BlockLayout.FLUSH) != 0;
        mostBytes = longestPart(device, features, configuration);
        queue = virtio.openQueue(BlockLayout.REQUEST_QUEUE, DESCRIPTORS, this::used);
        transfers = new Transfer[Math.min(TRANSFERS, queue.size() / Transfer.PARTS)];
        if (transfers.length == 0) {
            throw new DeviceException(name + " has a queue of " + queue.size() + " descriptors; a request takes " + Transfer.PARTS);
        }
        for (int i = 0; i < transfers.length; i++) {
            transfers[i] = new Transfer(device, mostBytes);
        }
    }

    private static BlockGeometry geometry(Device device, long features, VirtioConfiguration configuration) throws DeviceException {
        long sectors = configuration.read64(BlockLayout.CAPACITY);
        int blockBytes = (features & BlockLayout.BLOCK_SIZE) != 0 ? configuration.read32(BlockLayout.BLOCK_BYTES) : BlockDevice.SECTOR_BYTES;
        if (sectors < 0 || sectors > Long.MAX_VALUE / BlockDevice.SECTOR_BYTES) {
            throw new DeviceException("disk " + device.identity().location() + " says that it has 0x" + Long.toHexString(sectors) + " sectors");
        }
        if (Integer.bitCount(blockBytes) != 1 || blockBytes < BlockDevice.SECTOR_BYTES || blockBytes > LARGEST_BLOCK) {
            throw new DeviceException("disk " + device.identity().location() + " has blocks of " + (blockBytes & 0xffff_ffffL)
                    + " bytes; 512, 1024, 2048 or 4096 can be used");
        }
        return new BlockGeometry(sectors, blockBytes, (features & BlockLayout.READ_ONLY) != 0);
    }

    private int longestPart(Device device, long features, VirtioConfiguration configuration) throws DeviceException {
        long most = (features & BlockLayout.SIZE_MAX) != 0 ? configuration.read32(BlockLayout.LONGEST_PART) & 0xffff_ffffL : TRANSFER_BYTES;
        if (most < geometry.blockBytes()) {
            throw new DeviceException("disk " + device.identity().location() + " takes " + most + " bytes at once, less than a block of "
                    + geometry.blockBytes());
        }
        return (int) Math.min(most, TRANSFER_BYTES) & -geometry.blockBytes();
    }

    BlockGeometry geometry() {
        return geometry;
    }

    void start() {
        virtio.start();
        TaskOptions.of(this::serve).name(name).spawn();
    }

    private void serve() {
        try {
            for (BlockRequest request = requests.take(); request != null; request = requests.take()) {
                if (request.operation() == BlockRequest.Operation.FLUSH && !flushes
                        || request.operation() != BlockRequest.Operation.FLUSH && request.sectorCount() == 0) {
                    end(request, null);
                } else {
                    begin(request);
                }
            }
        } finally {
            ended = true;
            waiters.wakeAll();
        }
    }

    /** Waits for memory, and gives the first part of a request to the device. */
    private void begin(BlockRequest request) {
        waiters.await(() -> resting || virtio.failure() != null || hasFreeTransfer());
        if (resting) {
            return;
        }
        boolean begun = false;
        try (var held = lock.lock()) {
            Transfer transfer = freeTransfer();
            if (virtio.failure() == null && transfer != null) {
                transfer.begin(request);
                begun = submitPart(transfer);
            }
        }
        if (!begun) {
            end(request, Errno.EIO);
        }
    }

    /** There are descriptors for all transfers, so that only a device that has failed takes none. The lock is held. */
    private boolean submitPart(Transfer transfer) {
        boolean taken = queue.submit(transfer.nextPart(mostBytes));
        if (!taken) {
            transfer.end();
        }
        return taken;
    }

    /** Some chains were used, or none. */
    private void used() {
        for (VirtqueueChain<Transfer> chain = queue.takeUsed(); chain != null; chain = queue.takeUsed()) {
            proceed(chain.owner());
        }
    }

    /** The device is through with a part of a request: gives it the next, or ends the request. */
    private void proceed(Transfer transfer) {
        BlockRequest request;
        boolean sound;
        try (var held = lock.lock()) {
            request = transfer.request();
            if (request == null) {
                return;
            }
            sound = transfer.takeResult();
            if (sound && !transfer.isComplete()) {
                if (resting || submitPart(transfer)) {
                    return;
                }
                sound = false;
            }
            transfer.end();
        }
        end(request, sound ? null : Errno.EIO);
        waiters.wakeAll();
    }

    /** The device has failed: so do all requests that it had. Otherwise its configuration may have changed, of which nothing is used. */
    private void changed() {
        if (virtio.failure() == null) {
            return;
        }
        for (Transfer transfer : transfers) {
            BlockRequest request;
            try (var held = lock.lock()) {
                request = transfer.request();
                transfer.end();
            }
            if (request != null) {
                end(request, Errno.EIO);
            }
        }
        waiters.wakeAll();
    }

    private void end(BlockRequest request, Errno failure) {
        if (requests.finish(request)) {
            request.end(failure);
        }
    }

    private boolean hasFreeTransfer() {
        try (var held = lock.lock()) {
            return freeTransfer() != null;
        }
    }

    private Transfer freeTransfer() {
        for (Transfer transfer : transfers) {
            if (transfer.isFree()) {
                return transfer;
            }
        }
        return null;
    }

    @Override
    public void quiesce() {
        resting = true;
        waiters.wakeAll();
        waiters.await(() -> ended);
        virtio.stop();
    }
}
