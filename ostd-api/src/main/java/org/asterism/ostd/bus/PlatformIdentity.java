package org.asterism.ostd.bus;

import java.util.ArrayList;
import java.util.List;

/**
 * A device that no bus can discover and the firmware describes, such as a virtio transport in memory.
 *
 * @param location its first register's address in hexadecimal, or another unique name
 * @param compatible the device tree's first name for what it is, such as {@code virtio,mmio}
 * @param alsoCompatible its other names, from the more to the less specific; a virtio transport has {@code virtio,device} with the kind of its
 *     device in hexadecimal
 */
public record PlatformIdentity(String location, String compatible, List<String> alsoCompatible) implements DeviceIdentity {
    /**
     * A device with one name.
     *
     * @param location as above
     * @param compatible its name
     */
    public PlatformIdentity(String location, String compatible) {
        this(location, compatible, new ArrayList<>());
    }

    /**
     * Compares names.
     *
     * @param name such as {@code virtio,device2}
     * @return whether it is one of the device's
     */
    public boolean is(String name) {
        return compatible.equals(name) || alsoCompatible.contains(name);
    }

    @Override
    public String description() {
        StringBuilder names = new StringBuilder(compatible);
        for (String name : alsoCompatible) {
            names.append(' ').append(name);
        }
        return names.toString();
    }
}
