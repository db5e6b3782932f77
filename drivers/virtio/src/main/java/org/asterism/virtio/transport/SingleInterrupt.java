package org.asterism.virtio.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.asterism.ostd.bus.Device;
import org.asterism.ostd.bus.DeviceException;

/** One interrupt for configuration and all queues, and a register that says which it was (VIRTIO 1.2 §4.1.4.5). */
final class SingleInterrupt {
    private static final int QUEUE = 1;
    private static final int CONFIGURATION = 1 << 1;

    private final IntSupplier acknowledge;
    private volatile Runnable configuration = () -> { };
    /** Made anew when one is added: the interrupt may come at any time. */
    private volatile List<Runnable> queues = List.of();

    /** Takes the interrupt; the supplier reads the register and acknowledges what it reads. */
    SingleInterrupt(Device device, IntSupplier acknowledge) throws DeviceException {
        this.acknowledge = acknowledge;
        device.openInterrupt(0, this::interrupted);
    }

    void connectConfiguration(Runnable changed) {
        configuration = changed;
    }

    void connectQueue(Runnable used) {
        List<Runnable> more = new ArrayList<>(queues);
        more.add(used);
        queues = more;
    }

    private void interrupted() {
        int events = acknowledge.getAsInt();
        if ((events & CONFIGURATION) != 0) {
            configuration.run();
        }
        if ((events & QUEUE) != 0) {
            for (Runnable used : queues) {
                used.run();
            }
        }
    }
}
