package org.asterism.ostd.x86;

import org.asterism.ostd.arch.RawLock;
import org.asterism.ostd.bare.DeviceSupport;
import org.asterism.ostd.bare.KernelTables;
import org.asterism.ostd.boot.MemoryMap;
import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.bus.DeviceRegistry;
import org.asterism.ostd.frames.FrameAllocator;
import org.asterism.ostd.pci.EcamConfiguration;
import org.asterism.ostd.pci.PciBus;
import org.asterism.ostd.spi.InterruptSink;
import org.asterism.ostd.spi.MemoryWindow;
import org.asterism.ostd.spi.MessageInterrupt;
import org.asterism.ostd.spi.PciHost;

/** PCI of a PC: configuration in memory where ACPI's table MCFG tells, else behind two ports; lines as the firmware has routed them. */
final class X86PciHost extends DeviceSupport implements PciHost {
    private static final int CONFIGURATION_ADDRESS = 0xcf8;
    private static final int CONFIGURATION_DATA = 0xcfc;
    private static final int CONFIGURATION_ENABLED = 1 << 31;
    private static final int CONFIGURATION_BYTES = 256;
    private static final int INTERRUPT_LINE = 0x3c;
    /** Ports below are the board's. */
    private static final long FIRST_DEVICE_PORT = 0x1000;
    private static final long PORTS = 0x1_0000;
    private static final int FIRST_DEVICE_IRQ = 5;
    private static final int IRQS = 16;
    private static final long PAGE_BYTES = 4096;
    private static final long MESSAGE_BYTES = 1 << 20;

    private final AcpiTables acpi;
    private final VectoredInterrupts interrupts;
    private final RawLock lock = new RawLock();
    /** Null if the configuration is behind ports. */
    private EcamConfiguration memory;

    X86PciHost(KernelTables tables, MemoryMap ram, AcpiTables acpi, FrameAllocator allocator, VectoredInterrupts interrupts) {
        super(tables, ram, allocator, interrupts);
        this.acpi = acpi;
        this.interrupts = interrupts;
    }

    @Override
    protected void discover(DeviceRegistry registry) {
        keep(acpi.ioApic(), PAGE_BYTES);
        keep(VectoredInterrupts.MESSAGE_ADDRESS, MESSAGE_BYTES);
        memory = acpi.pciConfiguration() == 0 ? null : new EcamConfiguration(this, acpi.pciConfiguration(), lastBus());
        new PciBus(this).scan(registry);
    }

    @Override
    public int lastBus() {
        return acpi.lastPciBus();
    }

    @Override
    public int configurationBytes() {
        return memory == null ? CONFIGURATION_BYTES : EcamConfiguration.FUNCTION_BYTES;
    }

    @Override
    public int readConfiguration(int function, int offset) {
        if (memory != null) {
            return memory.read(function, offset);
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
        if (memory != null) {
            memory.write(function, offset, value);
            return;
        }
        lock.lock();
        Cpu.out32(CONFIGURATION_ADDRESS, CONFIGURATION_ENABLED | function << 8 | offset);
        Cpu.out32(CONFIGURATION_DATA, value);
        lock.unlock();
    }

    @Override
    public MemoryWindow openPorts(long first, long count) throws DeviceException {
        if (first < FIRST_DEVICE_PORT || first + count > PORTS) {
            throw new DeviceException("ports at 0x" + Long.toHexString(first) + " are not a device's");
        }
        return new PortWindow((int) first, count);
    }

    @Override
    public MessageInterrupt connectMessage(InterruptSink sink) throws DeviceException {
        return interrupts.connectMessage(sink);
    }

    @Override
    public int interruptLine(int function, int pin) {
        int irq = readConfiguration(function, INTERRUPT_LINE) & 0xff;
        return irq >= FIRST_DEVICE_IRQ && irq < IRQS ? acpi.interruptOfIrq(irq) : -1;
    }
}
