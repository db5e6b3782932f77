package org.asterism.driver.virtio.block;

import org.asterism.kernel.block.BlockDevices;
import org.asterism.kernel.block.BlockRequest;
import org.asterism.ostd.bus.Device;
import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.bus.DeviceIdentity;
import org.asterism.ostd.bus.Driver;
import org.asterism.ostd.bus.DriverInstance;
import org.asterism.ostd.bus.RequestQueue;
import org.asterism.ostd.bus.RequiresGrant;
import org.asterism.virtio.VirtioType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes every virtio disk, and makes it {@code vda}, {@code vdb} … */
@Component(service = Driver.class)
@RequiresGrant("mmio")
@RequiresGrant("irq")
@RequiresGrant("dma")
public final class VirtioBlockDriver implements Driver {
    private static final String PREFIX = "vd";

    private final BlockDevices disks;

    /**
     * A driver that drives nothing yet.
     *
     * @param disks where its disks become known
     */
    @Activate
    public VirtioBlockDriver(@Reference BlockDevices disks) {
        this.disks = disks;
    }

    @Override
    public boolean match(DeviceIdentity identity) {
        return VirtioType.BLOCK.matches(identity);
    }

    @Override
    public DriverInstance probe(Device device) throws DeviceException {
        RequestQueue<BlockRequest> requests = device.requests(BlockRequest.class);
        VirtioDisk disk = new VirtioDisk(device, requests);
        disk.start();
        disks.attach(PREFIX, disk.geometry(), requests);
        return disk;
    }
}
