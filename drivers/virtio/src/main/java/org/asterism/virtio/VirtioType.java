package org.asterism.virtio;

import org.asterism.ostd.bus.DeviceIdentity;
import org.asterism.virtio.transport.VirtioTransports;

/** Types of devices (VIRTIO 1.2 §5). */
public enum VirtioType {
    /** Network adapter. */
    NETWORK(1),
    /** Disk. */
    BLOCK(2),
    /** Console. */
    CONSOLE(3),
    /** Source of entropy. */
    ENTROPY(4);

    private final int number;

    VirtioType(int number) {
        this.number = number;
    }

    /**
     * Its number.
     *
     * @return as in the specification
     */
    public int number() {
        return number;
    }

    /**
     * Tells whether a device may be of this type; for a driver's match. Where the bus does not tell the type, {@link VirtioDevice#open} does.
     *
     * @param identity as the bus tells
     * @return whether to probe it
     */
    public boolean matches(DeviceIdentity identity) {
        return VirtioTransports.matches(identity, number);
    }
}
