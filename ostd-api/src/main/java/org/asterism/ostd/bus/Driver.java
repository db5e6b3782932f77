package org.asterism.ostd.bus;

/** A driver: a service, any number of them. One driver may have many devices. */
public interface Driver {
    /**
     * Tells whether this driver can be the driver of a device. Looks at the identity only.
     *
     * @param identity as the bus tells
     * @return whether to {@link #probe} it
     */
    boolean match(DeviceIdentity identity);

    /**
     * Takes a device into operation.
     *
     * @param device the way to all of its resources, until the instance has come to rest
     * @return the device in operation, never null
     * @throws DeviceException if it cannot be taken; it is then offered to the next driver, and all that was opened is taken back
     */
    DriverInstance probe(Device device) throws DeviceException;
}
