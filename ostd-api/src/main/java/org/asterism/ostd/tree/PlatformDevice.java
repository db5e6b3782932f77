package org.asterism.ostd.tree;

import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.bus.PlatformIdentity;
import org.asterism.ostd.line.InterruptLines;
import org.asterism.ostd.spi.BusDevice;
import org.asterism.ostd.spi.BusInterrupt;
import org.asterism.ostd.spi.DeviceHost;
import org.asterism.ostd.spi.DmaMemory;
import org.asterism.ostd.spi.InterruptSink;
import org.asterism.ostd.spi.MemoryWindow;

/** A device that a tree describes. Nothing but its registers decides whether it masters the bus. */
class PlatformDevice implements BusDevice {
    private final PlatformIdentity identity;
    private final DeviceHost machine;
    private final InterruptLines lines;
    private final Resources resources;
    private final MemoryWindow[] windows;

    /**
     * What a device has.
     *
     * @param starts  physical addresses of its ranges of registers
     * @param lengths of the ranges, in bytes
     * @param lines   of its interrupts
     */
    record Resources(long[] starts, long[] lengths, int[] lines) {}

    PlatformDevice(PlatformIdentity identity, DeviceHost machine, InterruptLines lines, Resources resources) {
        this.identity = identity;
        this.machine = machine;
        this.lines = lines;
        this.resources = resources;
        this.windows = new MemoryWindow[resources.starts.length];
    }

    @Override
    public PlatformIdentity identity() {
        return identity;
    }

    @Override
    public boolean isPortRegion(int region) {
        return false;
    }

    @Override
    public boolean isConfined() {
        return false;
    }

    @Override
    public MemoryWindow openRegion(int region) throws DeviceException {
        if (region < 0 || region >= windows.length) {
            throw new DeviceException("device " + identity.location() + " has no region " + region + "; it has " + windows.length);
        }
        if (windows[region] == null) {
            windows[region] = machine.mapRegisters(resources.starts[region], resources.lengths[region]);
        }
        return windows[region];
    }

    @Override
    public int interruptCount(boolean mayMaster) {
        return resources.lines.length;
    }

    @Override
    public BusInterrupt connect(int index, boolean mayMaster, InterruptSink sink) throws DeviceException {
        if (index < 0 || index >= resources.lines.length) {
            throw new DeviceException("device " + identity.location() + " has no interrupt " + index + "; it has " + resources.lines.length);
        }
        return lines.connect(resources.lines[index], sink);
    }

    @Override
    public void setBusMaster(boolean allowed) {
    }

    @Override
    public DmaMemory allocateDma(long bytes, long highestAddress) {
        return machine.allocateDma(bytes, highestAddress);
    }

    @Override
    public int readConfiguration(int offset) {
        return -1;
    }

    /** There is no general way. */
    @Override
    public boolean reset() {
        return false;
    }
}
