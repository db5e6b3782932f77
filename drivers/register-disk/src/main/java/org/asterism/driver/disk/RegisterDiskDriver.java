package org.asterism.driver.disk;

import org.asterism.kernel.block.BlockDevices;
import org.asterism.kernel.block.BlockGeometry;
import org.asterism.kernel.block.BlockRequest;
import org.asterism.ostd.bus.Device;
import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.bus.DeviceIdentity;
import org.asterism.ostd.bus.Driver;
import org.asterism.ostd.bus.DriverInstance;
import org.asterism.ostd.bus.PlatformIdentity;
import org.asterism.ostd.bus.RequestQueue;
import org.asterism.ostd.bus.RequiresGrant;
import org.asterism.ostd.io.IoMem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes every {@code asterism,register-disk}. */
@Component(service = Driver.class)
@RequiresGrant("mmio")
@RequiresGrant("irq")
public final class RegisterDiskDriver implements Driver {
    private static final String COMPATIBLE = "asterism,register-disk";
    private static final String PREFIX = "rd";

    private final BlockDevices disks;

    /**
     * A driver that drives nothing yet.
     *
     * @param disks where its disks become known
     */
    @Activate
    public RegisterDiskDriver(@Reference BlockDevices disks) {
        this.disks = disks;
    }

    @Override
    public boolean match(DeviceIdentity identity) {
        return identity instanceof PlatformIdentity platform && platform.compatible().equals(COMPATIBLE);
    }

    @Override
    public DriverInstance probe(Device device) throws DeviceException {
        IoMem registers = device.openRegisters(0);
        RequestQueue<BlockRequest> queue = device.requests(BlockRequest.class);
        RegisterDisk disk = new RegisterDisk(device.identity().location(), registers, queue);
        device.openInterrupt(0, disk::interrupted);
        disk.start();
        disks.attach(PREFIX, BlockGeometry.ofSectors(registers.read64(RegisterDisk.CAPACITY)), queue);
        return disk;
    }
}
