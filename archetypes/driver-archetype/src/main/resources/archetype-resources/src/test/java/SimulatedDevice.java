package ${package};

import org.asterism.ostd.host.pci.SimulatedFunction;
import org.asterism.ostd.spi.MemoryWindow;

/** The device in software: one region with one register. */
final class SimulatedDevice extends SimulatedFunction implements MemoryWindow {
    private static final int LIVENESS = 4;

    private final boolean broken;
    private long written;

    SimulatedDevice(boolean broken) {
        super(0x1234, 0x11e8, 0x00ff00, 0);
        this.broken = broken;
        addRegion(0, this);
    }

    @Override
    public long length() {
        return 4096;
    }

    @Override
    public long read(long offset, int bytes) {
        return offset == LIVENESS && !broken ? ~written : 0;
    }

    @Override
    public void write(long offset, int bytes, long value) {
        if (offset == LIVENESS) {
            written = value;
        }
    }

    @Override
    protected void reset() {
        written = 0;
    }
}
