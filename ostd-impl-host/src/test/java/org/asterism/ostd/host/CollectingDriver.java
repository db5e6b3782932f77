package org.asterism.ostd.host;

import java.util.List;
import org.asterism.ostd.bus.Device;
import org.asterism.ostd.bus.DeviceIdentity;
import org.asterism.ostd.bus.Driver;
import org.asterism.ostd.bus.DriverInstance;

/**
 * Takes every device, and does nothing with it.
 *
 * @param devices where they are put
 */
public record CollectingDriver(List<Device> devices) implements Driver {
    @Override
    public boolean match(DeviceIdentity identity) {
        return true;
    }

    @Override
    public DriverInstance probe(Device device) {
        devices.add(device);
        return () -> { };
    }
}
