package org.example.edu;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.DeviceNumber;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.vfs.CharacterDevice;
import org.asterism.kernel.vfs.Inode;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.ostd.bus.Device;
import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.bus.DeviceIdentity;
import org.asterism.ostd.bus.Driver;
import org.asterism.ostd.bus.DriverInstance;
import org.asterism.ostd.bus.PciIdentity;
import org.asterism.ostd.bus.RequiresGrant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Drives the first edu device, and offers it to programs as {@code /dev/edu}. */
@Component(service = {Driver.class, CharacterDevice.class})
@RequiresGrant("mmio")
@RequiresGrant("irq")
@RequiresGrant("dma")
public final class EduDriver implements Driver, CharacterDevice {
    private static final int VENDOR = 0x1234;
    private static final int DEVICE = 0x11e8;
    /** From the range for local use. */
    private static final int NUMBER = DeviceNumber.of(240, 0);

    private final int addressBits;
    private volatile EduDevice current;

    /** What a descriptor may say: {@code -ostd-config: org.example.edu.EduDriver;dmaAddressBits=32}. */
    public @interface Configuration {
        /**
         * Address lines of the DMA engine.
         *
         * @return as many as QEMU's {@code dma_mask} has ones
         */
        int dmaAddressBits() default EduRegisters.ADDRESS_BITS;
    }

    /** For devices as QEMU makes them by default. */
    public EduDriver() {
        addressBits = EduRegisters.ADDRESS_BITS;
    }

    /**
     * Without a device.
     *
     * @param configuration of the kernel's descriptor
     */
    @Activate
    public EduDriver(Configuration configuration) {
        addressBits = configuration.dmaAddressBits();
    }

    @Override
    public boolean match(DeviceIdentity identity) {
        return identity instanceof PciIdentity pci && pci.is(VENDOR, DEVICE);
    }

    @Override
    public DriverInstance probe(Device device) throws DeviceException {
        if (current != null) {
            throw new DeviceException("this driver has an edu device already, and serves one");
        }
        EduDevice edu = new EduDevice(device, addressBits);
        current = edu;
        return () -> {
            current = null;
            edu.quiesce();
        };
    }

    @Override
    public int number() {
        return NUMBER;
    }

    @Override
    public String name() {
        return "edu";
    }

    @Override
    public int permissions() {
        return 0666;
    }

    @Override
    public OpenFile open(Inode inode, String path, int flags) throws KernelException {
        device();
        return new EduFile(this, inode, path, flags);
    }

    /** The device, or ENXIO if there is none or it is gone. */
    EduDevice device() throws KernelException {
        EduDevice edu = current;
        if (edu == null) {
            throw KernelException.of(Errno.ENXIO);
        }
        return edu;
    }
}
