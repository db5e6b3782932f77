package org.asterism.kernel.block;

import java.util.List;
import org.asterism.ostd.bus.RequestQueue;

/** The disks of the machine. */
public interface BlockDevices {
    /**
     * Makes a device's requests those of a disk; for a driver, each time it has taken the device.
     *
     * @param prefix of its name, such as {@code vd}
     * @param geometry how large it is and what can be done with it
     * @param queue of the device, which outlives the driver
     * @return the disk; the one it was before, if a driver attached the queue before
     */
    BlockDevice attach(String prefix, BlockGeometry geometry, RequestQueue<BlockRequest> queue);

    /**
     * All disks.
     *
     * @return a snapshot, in the order in which they were attached
     */
    List<BlockDevice> all();
}
