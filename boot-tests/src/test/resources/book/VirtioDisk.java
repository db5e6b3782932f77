package book;

import org.asterism.ostd.bus.Device;
import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.io.DmaCoherent;
import org.asterism.virtio.VirtioConfiguration;
import org.asterism.virtio.VirtioDevice;
import org.asterism.virtio.VirtioType;
import org.asterism.virtio.Virtqueue;
import org.asterism.virtio.VirtqueueChain;

abstract class VirtioDisk {
    private static final long READ_ONLY = 1L << 5;
    private static final long FLUSH = 1L << 9;

    private VirtioDevice virtio;
    private Virtqueue<Request> queue;
    private VirtqueueChain<Request> chain;

    interface Request {
        void end(long bytes);
    }

    abstract void changed();

    abstract void used();

    void open(Device device, DmaCoherent frame, DmaCoherent data) throws DeviceException {
// listing: virtio = VirtioDevice.open(device, VirtioType.BLOCK, this::changed);    // which transport, the device's identity says
    }
}
