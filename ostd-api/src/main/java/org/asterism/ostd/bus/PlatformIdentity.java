package org.asterism.ostd.bus;

/**
 * A device that no bus can discover and the firmware describes, such as a virtio transport in memory.
 *
 * @param location its first register's address in hexadecimal, or another unique name
 * @param compatible the device tree's name for what it is, such as {@code virtio,mmio}
 */
public record PlatformIdentity(String location, String compatible) implements DeviceIdentity {
    @Override
    public String description() {
        return compatible;
    }
}
