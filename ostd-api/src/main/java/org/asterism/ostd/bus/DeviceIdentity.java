package org.asterism.ostd.bus;

/** What a device is, as its bus tells: what drivers match. */
public sealed interface DeviceIdentity permits PciIdentity, PlatformIdentity {
    /**
     * Where it is; unique in a machine.
     *
     * @return such as {@code 0000:00:04.0}
     */
    String location();

    /**
     * What it is, for logs.
     *
     * @return such as {@code pci 1234:11e8}
     */
    String description();
}
