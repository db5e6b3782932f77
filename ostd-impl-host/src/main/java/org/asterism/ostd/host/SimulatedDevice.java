package org.asterism.ostd.host;

import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.device.DmaFrames;
import org.asterism.ostd.frames.FrameAllocator;
import org.asterism.ostd.spi.BusDevice;
import org.asterism.ostd.spi.BusInterrupt;
import org.asterism.ostd.spi.DmaMemory;
import org.asterism.ostd.spi.InterruptSink;
import org.asterism.ostd.spi.MemoryWindow;

/**
 * A device in software: one region of registers, one interrupt, and transactions with the machine's memory once its driver allows them. {@link TestMachine#plug} puts it
 * into a machine; as it may have timers, make it when that machine is there.
 */
public abstract class SimulatedDevice implements BusDevice {
    private FrameAllocator frames;
    private long memoryBytes;
    private InterruptSink sink;
    private boolean master;

    /** A device that is in no machine yet. */
    protected SimulatedDevice() {
    }

    void plugInto(FrameAllocator allocator, long bytes) {
        if (frames != null) {
            throw new IllegalStateException(identity().location() + " is plugged in already; make another device");
        }
        frames = allocator;
        memoryBytes = bytes;
    }

    /**
     * Its registers.
     *
     * @return the same at each call; accesses come with preemption off
     */
    protected abstract MemoryWindow registers();

    /**
     * Whether it still wants attention when a driver has handled its interrupt; it is then raised again.
     *
     * @return false for a device that interrupts once for each event
     */
    protected boolean isInterruptPending() {
        return false;
    }

    /** Forgets everything that a driver has told it. */
    protected abstract void forget();

    /**
     * Whether it starts no transactions of its own before its driver has allocated memory for DMA. Simulations are such; one of a device that a device tree describes
     * says that it is not, so that its driver's test needs the grants that the driver needs.
     *
     * @return false if whoever has its registers needs the grant of DMA
     */
    @Override
    public boolean isConfined() {
        return true;
    }

    /** Interrupts, if a driver listens; legal in atomic context. */
    protected final void interrupt() {
        if (sink != null) {
            sink.raise();
        }
    }

    /**
     * Reads the machine's memory.
     *
     * @param address by which the device reaches the first byte
     * @param into where to put the bytes
     * @return whether it may and there is memory
     */
    protected final boolean readMemory(long address, byte[] into) {
        boolean allowed = isMemory(address, into.length);
        if (allowed) {
            frames.memory().copyToArray(frames.memory().address(address), into, 0, into.length);
        }
        return allowed;
    }

    /**
     * Writes the machine's memory.
     *
     * @param address by which the device reaches the first byte
     * @param from the bytes
     * @return whether it may and there is memory
     */
    protected final boolean writeMemory(long address, byte[] from) {
        boolean allowed = isMemory(address, from.length);
        if (allowed) {
            frames.memory().copyFromArray(from, 0, frames.memory().address(address), from.length);
        }
        return allowed;
    }

    private boolean isMemory(long address, int length) {
        return master && address > 0 && address + length <= memoryBytes;
    }

    @Override
    public final boolean isPortRegion(int region) {
        return false;
    }

    @Override
    public final MemoryWindow openRegion(int region) throws DeviceException {
        if (region != 0) {
            throw new DeviceException("device " + identity().location() + " has no region " + region + "; its registers are region 0");
        }
        return registers();
    }

    @Override
    public final int interruptCount(boolean mayMaster) {
        return 1;
    }

    @Override
    public final BusInterrupt connect(int index, boolean mayMaster, InterruptSink connected) throws DeviceException {
        if (index != 0) {
            throw new DeviceException("device " + identity().location() + " has no interrupt " + index + "; it has one, number 0");
        }
        sink = connected;
        return new BusInterrupt() {
            @Override
            public void rearm() {
                if (isInterruptPending()) {
                    interrupt();
                }
            }

            @Override
            public void close() {
                sink = null;
            }
        };
    }

    @Override
    public final void setBusMaster(boolean allowed) {
        master = allowed;
    }

    @Override
    public final DmaMemory allocateDma(long bytes, long highestAddress) {
        return DmaFrames.allocate(frames, bytes, highestAddress);
    }

    @Override
    public final int readConfiguration(int offset) {
        return -1;
    }

    @Override
    public final boolean reset() {
        forget();
        return true;
    }
}
