package org.asterism.service.fs.mount;

import java.util.concurrent.atomic.AtomicInteger;
import org.asterism.kernel.abi.DeviceNumber;
import org.osgi.service.component.annotations.Component;

/** Gives file systems without a block device their device numbers: major 0, and a minor that nobody else has. */
@Component(service = AnonymousDevices.class)
public final class AnonymousDevices {
    private final AtomicInteger last = new AtomicInteger();

    /** Begins with minor 1. */
    public AnonymousDevices() {
    }

    /**
     * The next number.
     *
     * @return as {@link DeviceNumber}
     */
    public int next() {
        return DeviceNumber.of(0, last.incrementAndGet());
    }
}
