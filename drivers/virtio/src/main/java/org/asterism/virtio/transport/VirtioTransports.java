package org.asterism.virtio.transport;

import org.asterism.ostd.bus.Device;
import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.bus.DeviceIdentity;
import org.asterism.ostd.bus.PciIdentity;
import org.asterism.ostd.bus.PlatformIdentity;

/** The transports that there are. */
public final class VirtioTransports {
    private static final int PCI_VENDOR = 0x1af4;
    /** Device numbers of PCI: this and the type; or those of devices that can also do what came before version 1.0, by type from 1 (§4.1.2.1). */
    private static final int PCI_MODERN = 0x1040;
    private static final int[] PCI_TRANSITIONAL = {0, 0x1000, 0x1001, 0x1003, 0x1005, 0x1002, 0, 0, 0x1004, 0x1009};

    /** Names of device trees: of the registers, and, with the type in hexadecimal, of what is behind them. */
    private static final String MMIO = "virtio,mmio";
    private static final String MMIO_TYPE = "virtio,device";

    private VirtioTransports() {
    }

    /**
     * Tells whether a device may be of a type.
     *
     * @param identity as the bus tells
     * @param type as VIRTIO 1.2 §5 numbers them
     * @return whether to open it
     */
    public static boolean matches(DeviceIdentity identity, int type) {
        return identity instanceof PciIdentity pci && pci.vendor() == PCI_VENDOR && typeOf(pci) == type
                || identity instanceof PlatformIdentity platform && platform.is(MMIO) && platform.is(MMIO_TYPE + Integer.toHexString(type));
    }

    /**
     * Opens a device.
     *
     * @param device of a driver's probe
     * @return the way to it
     * @throws DeviceException if it is no virtio device, or describes itself wrongly
     */
    public static VirtioTransport open(Device device) throws DeviceException {
        if (device.identity() instanceof PciIdentity pci && pci.vendor() == PCI_VENDOR) {
            return new PciTransport(device, typeOf(pci));
        }
        if (device.identity() instanceof PlatformIdentity platform && platform.is(MMIO)) {
            return new MmioTransport(device);
        }
        throw new DeviceException("device " + device.identity().location() + " (" + device.identity().description() + ") is no virtio device");
    }

    private static int typeOf(PciIdentity identity) {
        for (int type = 1; type < PCI_TRANSITIONAL.length; type++) {
            if (identity.device() == PCI_TRANSITIONAL[type]) {
                return type;
            }
        }
        return identity.device() - PCI_MODERN;
    }
}
