package ${package};

import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.bus.DeviceIdentity;
import org.asterism.ostd.bus.PciIdentity;
import org.asterism.ostd.spi.BusDevice;
import org.asterism.ostd.spi.BusInterrupt;
import org.asterism.ostd.spi.DmaMemory;
import org.asterism.ostd.spi.InterruptSink;
import org.asterism.ostd.spi.MemoryWindow;

/** The device in software: one region with one register. */
final class SimulatedDevice implements BusDevice, MemoryWindow {
    private static final int LIVENESS = 4;

    private final boolean broken;
    private long written;

    SimulatedDevice(boolean broken) {
        this.broken = broken;
    }

    @Override
    public DeviceIdentity identity() {
        return new PciIdentity("0000:00:04.0", 0x1234, 0x11e8, 0x00ff00, 0, 0, 0);
    }

    @Override
    public boolean isPortRegion(int region) {
        return false;
    }

    @Override
    public MemoryWindow openRegion(int region) throws DeviceException {
        if (region != 0) {
            throw new DeviceException("no region " + region);
        }
        return this;
    }

    @Override
    public long length() {
        return 0x100;
    }

    @Override
    public long read(long offset, int bytes) {
        return offset == LIVENESS && !broken ? ~written & 0xffff_ffffL : 0;
    }

    @Override
    public void write(long offset, int bytes, long value) {
        if (offset == LIVENESS) {
            written = value;
        }
    }

    @Override
    public int interruptCount(boolean mayMaster) {
        return 0;
    }

    @Override
    public BusInterrupt connect(int index, boolean mayMaster, InterruptSink sink) throws DeviceException {
        throw new DeviceException("no interrupts");
    }

    @Override
    public void setBusMaster(boolean allowed) {}

    @Override
    public DmaMemory allocateDma(long bytes, long highestAddress) {
        throw new UnsupportedOperationException("no DMA");
    }

    @Override
    public int readConfiguration(int offset) {
        return -1;
    }

    @Override
    public boolean reset() {
        return true;
    }
}
