package org.asterism.service.fs;

import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.block.BlockDevice;
import org.asterism.kernel.block.BlockGeometry;
import org.asterism.kernel.block.BlockRequest;
import org.asterism.ostd.bus.Device;
import org.asterism.ostd.bus.DeviceIdentity;
import org.asterism.ostd.bus.Driver;
import org.asterism.ostd.bus.DriverInstance;
import org.asterism.ostd.bus.RequestQueue;
import org.asterism.ostd.host.pci.SimulatedFunction;
import org.asterism.ostd.spi.DriverOrigin;
import org.asterism.ostd.spi.Ostd;
import org.asterism.ostd.task.TaskOptions;
import org.asterism.service.fs.disk.Disks;

/** A disk that is an array, with the driver that carries its requests out. */
final class ArrayDisk implements Driver {
    final byte[] medium;
    int flushes;
    long failingSector = -1;
    private final Disks disks;
    private final BlockGeometry geometry;

    /** A function of which nothing is used but that it is there. */
    private static final class Slot extends SimulatedFunction {
        Slot() {
            super(0x1234, 0x0001, 0x018000, 0);
        }

        @Override
        protected void reset() {
        }
    }

    private ArrayDisk(TestKernel kernel, BlockGeometry geometry) {
        this.disks = kernel.disks();
        this.geometry = geometry;
        medium = new byte[(int) geometry.bytes()];
        for (int i = 0; i < medium.length; i++) {
            medium[i] = (byte) ('a' + i / BlockDevice.SECTOR_BYTES % 26);
        }
        kernel.machine.plug(new Slot());
        Ostd.machine().devices().addDriver(this, DriverOrigin.of("org.example.array"));
    }

    /** Makes one, which becomes {@code /dev/ada}, and in which each sector is full of its letter. */
    static ArrayDisk plug(TestKernel kernel, int sectors, int blockBytes, boolean readOnly) {
        return new ArrayDisk(kernel, new BlockGeometry(sectors, blockBytes, readOnly));
    }

    @Override
    public boolean match(DeviceIdentity identity) {
        return true;
    }

    @Override
    public DriverInstance probe(Device device) {
        RequestQueue<BlockRequest> requests = device.requests(BlockRequest.class);
        TaskOptions.of(() -> {
            for (BlockRequest request = requests.take(); request != null; request = requests.take()) {
                Errno failure = carryOut(request);
                requests.finish(request);
                request.end(failure);
            }
        }).spawn();
        disks.attach("ad", geometry, requests);
        return () -> { };
    }

    private Errno carryOut(BlockRequest request) {
        int at = (int) request.sector() * BlockDevice.SECTOR_BYTES;
        int count = request.sectorCount() * BlockDevice.SECTOR_BYTES;
        if (count % geometry.blockBytes() != 0 || at % geometry.blockBytes() != 0
                || failingSector >= request.sector() && failingSector < request.sector() + request.sectorCount()) {
            return Errno.EIO;
        }
        switch (request.operation()) {
            case READ -> System.arraycopy(medium, at, request.bytes(), request.offset(), count);
            case WRITE -> System.arraycopy(request.bytes(), request.offset(), medium, at, count);
            case FLUSH -> flushes++;
        }
        return null;
    }
}
