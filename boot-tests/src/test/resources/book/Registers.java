package book;

import org.asterism.ostd.bus.Device;
import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.bus.DeviceIdentity;
import org.asterism.ostd.bus.PlatformIdentity;
import org.asterism.ostd.io.DmaCoherent;
import org.asterism.ostd.io.IoMem;

final class Registers {
    private static final int DMA_SOURCE = 0x80;

    private IoMem registers;
    private DmaCoherent buffer;

    static boolean match(DeviceIdentity identity) {
// listing: return identity instanceof PlatformIdentity platform && platform.is("cfi-flash");
    }

    void copy(Device device, byte[] bytes) throws DeviceException {
// listing: buffer = device.allocateDma(4096, (1L << 28) - 1);       // edu has 28 address lines; no such memory: OutOfMemoryError
    }
}
