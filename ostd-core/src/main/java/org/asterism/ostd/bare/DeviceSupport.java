package org.asterism.ostd.bare;

import org.asterism.ostd.arch.RawLock;
import org.asterism.ostd.boot.MemoryMap;
import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.bus.DeviceRegistry;
import org.asterism.ostd.device.DmaFrames;
import org.asterism.ostd.device.MappedWindow;
import org.asterism.ostd.frames.FrameAllocator;
import org.asterism.ostd.spi.BusInterrupt;
import org.asterism.ostd.spi.DeviceHost;
import org.asterism.ostd.spi.DmaMemory;
import org.asterism.ostd.spi.InterruptSink;
import org.asterism.ostd.spi.MemoryWindow;

/** What a bare machine gives to devices: registers wherever there is neither memory nor what OSTD drives, frames, lines. */
public abstract class DeviceSupport implements DeviceHost {
    /** No processor has addresses of more bits. */
    private static final long HIGHEST_ADDRESS = 1L << 52;

    private final KernelTables tables;
    private final MemoryMap kept = new MemoryMap();
    private final FrameAllocator allocator;
    private final DeviceInterrupts interrupts;
    private final RawLock lock = new RawLock();

    /**
     * For subclasses.
     *
     * @param tables     with a range for devices
     * @param ram        all ranges of memory
     * @param allocator  of its frames
     * @param interrupts of devices
     */
    protected DeviceSupport(KernelTables tables, MemoryMap ram, FrameAllocator allocator, DeviceInterrupts interrupts) {
        this.tables = tables;
        this.allocator = allocator;
        this.interrupts = interrupts;
        for (int i = 0; i < ram.count(); i++) {
            kept.add(ram.start(i), ram.end(i));
        }
    }

    /**
     * Finds the devices of the machine. Called once, when somebody asks for devices: kernels in which nobody does do not link it.
     *
     * @param registry takes them
     */
    protected abstract void discover(DeviceRegistry registry);

    /** Tells sinks of the interrupts that have come. Called in atomic context. */
    final void deliver() {
        interrupts.deliver();
    }

    @Override
    public final void keep(long address, long bytes) {
        kept.add(address, address + bytes);
    }

    @Override
    public MemoryWindow mapRegisters(long address, long bytes) throws DeviceException {
        if (kept.overlaps(address, address + bytes)) {
            throw new DeviceException("registers at 0x" + Long.toHexString(address) + " overlap memory or what OSTD drives itself");
        }
        return new MappedWindow(map(address, bytes), bytes);
    }

    @Override
    public MemoryWindow mapOwn(long address, long bytes) throws DeviceException {
        long mapped = map(address, bytes);
        if (UserCopyRoutines.probe(mapped) < 0) {
            throw new DeviceException("nothing answers at 0x" + Long.toHexString(address));
        }
        return new MappedWindow(mapped, bytes);
    }

    private long map(long address, long bytes) throws DeviceException {
        if (bytes <= 0 || address < 0 || address > HIGHEST_ADDRESS - bytes) {
            throw new DeviceException("registers at 0x" + Long.toHexString(address) + " of " + bytes + " bytes are no addresses of a processor");
        }
        lock.lock();
        try {
            long mapped = tables.mapRegisters(address, bytes);
            if (mapped == 0) {
                throw new DeviceException("no room for " + bytes + " bytes of registers in the kernel's addresses for devices");
            }
            return mapped;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public DmaMemory allocateDma(long bytes, long highestAddress) {
        return DmaFrames.allocate(allocator, bytes, highestAddress);
    }

    @Override
    public BusInterrupt connectLine(int line, InterruptSink sink) throws DeviceException {
        return interrupts.connect(line, sink);
    }
}
