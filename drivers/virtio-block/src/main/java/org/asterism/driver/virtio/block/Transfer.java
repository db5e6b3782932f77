package org.asterism.driver.virtio.block;

import org.asterism.kernel.block.BlockDevice;
import org.asterism.kernel.block.BlockRequest;
import org.asterism.ostd.bus.Device;
import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.io.DmaCoherent;
import org.asterism.virtio.VirtqueueChain;

/** Memory through which one request at a time goes, part after part. Used with the disk's lock held. */
final class Transfer {
    /** What a chain has of parts at most: header, data, status. */
    static final int PARTS = 3;

    private static final int STATUS = BlockLayout.HEADER_BYTES;
    private static final int NOT_WRITTEN = 0xff;

    private final DmaCoherent frame;
    private final DmaCoherent data;
    private final VirtqueueChain<Transfer> chain = new VirtqueueChain<>(this, PARTS);
    private BlockRequest request;
    private int sectorsDone;
    private int sectorsNow;

    Transfer(Device device, int dataBytes) throws DeviceException {
        frame = device.allocateDma(BlockLayout.HEADER_BYTES + BlockLayout.STATUS_BYTES);
        data = device.allocateDma(dataBytes);
    }

    BlockRequest request() {
        return request;
    }

    boolean isFree() {
        return request == null;
    }

    void begin(BlockRequest begun) {
        request = begun;
        sectorsDone = 0;
    }

    void end() {
        request = null;
    }

    /** Lays out the next part of the request. */
    VirtqueueChain<Transfer> nextPart(int mostBytes) {
        int most = (int) Math.min(mostBytes, data.length()) / BlockDevice.SECTOR_BYTES;
        sectorsNow = Math.min(request.sectorCount() - sectorsDone, most);
        int bytes = sectorsNow * BlockDevice.SECTOR_BYTES;
        frame.write32(BlockLayout.KIND, switch (request.operation()) {
            case READ -> BlockLayout.KIND_IN;
            case WRITE -> BlockLayout.KIND_OUT;
            case FLUSH -> BlockLayout.KIND_FLUSH;
        });
        frame.write64(BlockLayout.SECTOR, request.operation() == BlockRequest.Operation.FLUSH ? 0 : request.sector() + sectorsDone);
        frame.write8(STATUS, NOT_WRITTEN);
        chain.clear().readable(frame, 0, BlockLayout.HEADER_BYTES);
        if (request.operation() == BlockRequest.Operation.READ) {
            chain.writable(data, 0, bytes);
        } else if (request.operation() == BlockRequest.Operation.WRITE) {
            data.write(0, request.bytes(), position(), bytes);
            chain.readable(data, 0, bytes);
        }
        return chain.writable(frame, STATUS, BlockLayout.STATUS_BYTES);
    }

    /** The device has used the chain: takes over what it has read. Returns whether it says that all went well, and can be right. */
    boolean takeResult() {
        int bytes = request.operation() == BlockRequest.Operation.READ ? sectorsNow * BlockDevice.SECTOR_BYTES : 0;
        if (frame.read8(STATUS) != BlockLayout.STATUS_OK || chain.bytesWritten() < bytes + BlockLayout.STATUS_BYTES) {
            return false;
        }
        data.read(0, request.bytes(), position(), bytes);
        sectorsDone += sectorsNow;
        return true;
    }

    boolean isComplete() {
        return sectorsDone == request.sectorCount();
    }

    private int position() {
        return request.offset() + sectorsDone * BlockDevice.SECTOR_BYTES;
    }
}
