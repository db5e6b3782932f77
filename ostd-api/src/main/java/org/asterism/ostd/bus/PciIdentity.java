package org.asterism.ostd.bus;

/**
 * A function on a PCI bus (PCI Local Bus Specification 3.0, §6.2.1).
 *
 * @param location segment, bus, device and function: {@code 0000:00:04.0}
 * @param vendor who made it, 16 bits
 * @param device which one it is, 16 bits
 * @param deviceClass class, subclass and programming interface, 24 bits
 * @param revision 8 bits
 * @param subsystemVendor who made the board, 16 bits
 * @param subsystem which board it is, 16 bits
 */
public record PciIdentity(String location, int vendor, int device, int deviceClass, int revision, int subsystemVendor, int subsystem)
        implements DeviceIdentity {
    /**
     * Compares vendor and device.
     *
     * @param wantedVendor 16 bits
     * @param wantedDevice 16 bits
     * @return whether both are the same
     */
    public boolean is(int wantedVendor, int wantedDevice) {
        return vendor == wantedVendor && device == wantedDevice;
    }

    @Override
    public String description() {
        return "pci " + hex(vendor) + ':' + hex(device);
    }

    private static String hex(int value) {
        return Integer.toHexString(0x1_0000 | value).substring(1);
    }
}
