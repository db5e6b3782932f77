package org.asterism.ostd.x86;

import org.asterism.ostd.arch.RawLock;
import org.asterism.ostd.bare.KernelTables;
import org.asterism.ostd.boot.MemoryMap;
import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.device.DmaFrames;
import org.asterism.ostd.device.MappedWindow;
import org.asterism.ostd.frames.FrameAllocator;
import org.asterism.ostd.spi.BusInterrupt;
import org.asterism.ostd.spi.DmaMemory;
import org.asterism.ostd.spi.InterruptSink;
import org.asterism.ostd.spi.MemoryWindow;
import org.asterism.ostd.spi.MessageInterrupt;
import org.asterism.ostd.spi.PciHost;
import org.asterism.ostd.unsafe.Address;

/** PCI of a PC: configuration in memory where ACPI's table MCFG tells, else behind two ports; lines as the firmware has routed them. */
final class X86PciHost implements PciHost {
    private static final int CONFIGURATION_ADDRESS = 0xcf8;
    private static final int CONFIGURATION_DATA = 0xcfc;
    private static final int CONFIGURATION_ENABLED = 1 << 31;
    private static final int BYTES_SHIFT = 12;
    private static final int BUS_SHIFT = 20;
    private static final int INTERRUPT_LINE = 0x3c;
    /** Ports below are the board's. */
    private static final long FIRST_DEVICE_PORT = 0x1000;
    private static final long PORTS = 0x1_0000;
    private static final int FIRST_DEVICE_IRQ = 5;
    private static final int IRQS = 16;

    private final KernelTables tables;
    private final MemoryMap ram;
    private final AcpiTables acpi;
    private final FrameAllocator allocator;
    private final DeviceInterrupts interrupts;
    private final RawLock lock = new RawLock();
    /** Physical address of the configuration, 0 if it is behind ports; and where that of each bus is mapped, once it was asked for. */
    private final long memory;
    private final long[] buses = new long[256];

    X86PciHost(KernelTables tables, MemoryMap ram, AcpiTables acpi, FrameAllocator allocator, DeviceInterrupts interrupts) {
        this.tables = tables;
        this.ram = ram;
        this.acpi = acpi;
        this.allocator = allocator;
        this.interrupts = interrupts;
        memory = acpi.pciConfiguration();
    }

    @Override
    public int lastBus() {
        return acpi.lastPciBus();
    }

    @Override
    public int configurationBytes() {
        return memory == 0 ? 256 : 1 << BYTES_SHIFT;
    }

    @Override
    public int readConfiguration(int function, int offset) {
        if (memory != 0) {
            return Address.loadInt(configuration(function) + offset);
        }
        lock.lock();
        Cpu.out32(CONFIGURATION_ADDRESS, CONFIGURATION_ENABLED | function << 8 | offset);
        int value = Cpu.in32(CONFIGURATION_DATA);
        lock.unlock();
        return value;
    }

    // SAFETY: PciBus alone calls this; it moves no region, and lets a function master the bus for bundles that are trusted for DMA only.
    @Override
    public void writeConfiguration(int function, int offset, int value) {
        if (memory != 0) {
            Address.storeInt(configuration(function) + offset, value);
            return;
        }
        lock.lock();
        Cpu.out32(CONFIGURATION_ADDRESS, CONFIGURATION_ENABLED | function << 8 | offset);
        Cpu.out32(CONFIGURATION_DATA, value);
        lock.unlock();
    }

    @Override
    public MemoryWindow mapRegisters(long address, long bytes) throws DeviceException {
        long end = address + bytes;
        if (ram.overlaps(address, end) || address < acpi.ioApic() + 4096 && end > acpi.ioApic()
                || memory != 0 && address < memory + (lastBus() + 1L << BUS_SHIFT) && end > memory
                || address < DeviceInterrupts.MESSAGE_ADDRESS + (1 << 20) && end > DeviceInterrupts.MESSAGE_ADDRESS) {
            throw new DeviceException("registers at 0x" + Long.toHexString(address) + " overlap memory or what OSTD drives itself");
        }
        lock.lock();
        try {
            long mapped = tables.mapRegisters(address, bytes);
            if (mapped == 0) {
                throw new DeviceException("no room for " + bytes + " bytes of registers in the kernel's addresses for devices");
            }
            return new MappedWindow(mapped, bytes);
        } finally {
            lock.unlock();
        }
    }

    private long configuration(int function) {
        int bus = function >> 8;
        if (buses[bus] == 0) {
            lock.lock();
            buses[bus] = tables.mapRegisters(memory + ((long) bus << BUS_SHIFT), 1 << BUS_SHIFT);
            lock.unlock();
        }
        return buses[bus] + ((long) (function & 0xff) << BYTES_SHIFT);
    }

    @Override
    public MemoryWindow openPorts(long first, long count) throws DeviceException {
        if (first < FIRST_DEVICE_PORT || first + count > PORTS) {
            throw new DeviceException("ports at 0x" + Long.toHexString(first) + " are not a device's");
        }
        return new PortWindow((int) first, count);
    }

    @Override
    public DmaMemory allocateDma(long bytes, long highestAddress) {
        return DmaFrames.allocate(allocator, bytes, highestAddress);
    }

    @Override
    public MessageInterrupt connectMessage(InterruptSink sink) throws DeviceException {
        return interrupts.connect(-1, sink);
    }

    @Override
    public int interruptLine(int function, int pin) {
        int irq = readConfiguration(function, INTERRUPT_LINE) & 0xff;
        return irq >= FIRST_DEVICE_IRQ && irq < IRQS ? acpi.interruptOfIrq(irq) : -1;
    }

    @Override
    public BusInterrupt connectLine(int line, InterruptSink sink) throws DeviceException {
        return interrupts.connect(line, sink);
    }
}
