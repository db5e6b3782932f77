package org.asterism.ostd.pci;

import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.bus.PciIdentity;
import org.asterism.ostd.spi.BusDevice;
import org.asterism.ostd.spi.BusInterrupt;
import org.asterism.ostd.spi.DmaMemory;
import org.asterism.ostd.spi.InterruptSink;
import org.asterism.ostd.spi.MemoryWindow;
import org.asterism.ostd.spi.PciHost;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.time.Clock;

/** One function as a device. Its configuration is changed by one task at a time: the registry's, or with the device's lock held. */
final class PciFunction implements BusDevice {
    private static final int MOST_CAPABILITIES = 48;
    /** Time that a function may take to reset. */
    private static final long RESET_NANOS = 100_000_000;

    private final PciHost host;
    private final int function;
    private final PciIdentity identity;
    private final PciRegions regions;
    private final PciInterrupts interrupts;

    PciFunction(PciBus bus, PciHost host, int function) {
        this.host = host;
        this.function = function;
        int who = read(PciRegisters.IDENTITY);
        int kind = read(PciRegisters.CLASS);
        int board = read(PciRegisters.SUBSYSTEM);
        identity = new PciIdentity(location(function), who & 0xffff, who >>> 16,
                kind >>> 8, kind & 0xff, board & 0xffff, board >>> 16);
        regions = new PciRegions(this, host);
        interrupts = new PciInterrupts(this, bus, host);
    }

    @Override
    public PciIdentity identity() {
        return identity;
    }

    @Override
    public boolean isPortRegion(int region) {
        return regions.isPort(region);
    }

    @Override
    public MemoryWindow openRegion(int region) throws DeviceException {
        return interrupts.withoutTable(region, regions.open(region));
    }

    @Override
    public int interruptCount(boolean mayMaster) {
        return interrupts.count(mayMaster);
    }

    @Override
    public boolean hasMessages(boolean mayMaster) {
        return interrupts.areMessages(mayMaster);
    }

    @Override
    public BusInterrupt connect(int index, boolean mayMaster, InterruptSink sink) throws DeviceException {
        int count = interrupts.count(mayMaster);
        if (index < 0 || index >= count) {
            throw new DeviceException("device " + identity.location() + " has no interrupt " + index + "; it has " + count
                    + (mayMaster ? "" : ", and with the grant of dma " + interrupts.count(true) + ": messages are transactions of its own"));
        }
        return interrupts.connect(index, mayMaster, sink);
    }

    @Override
    public void setBusMaster(boolean allowed) {
        changeCommand(allowed ? 0 : PciRegisters.COMMAND_BUS_MASTER, allowed ? PciRegisters.COMMAND_BUS_MASTER : 0);
    }

    @Override
    public DmaMemory allocateDma(long bytes, long highestAddress) {
        return host.allocateDma(bytes, highestAddress);
    }

    @Override
    public int readConfiguration(int offset) {
        return offset < host.configurationBytes() ? read(offset) : -1;
    }

    /** By function level reset, which only PCI Express functions may have. What it clears of the configuration is put back. */
    @Override
    public boolean reset() {
        interrupts.disable();
        changeCommand(0, PciRegisters.COMMAND_NO_LINE);
        int express = capability(PciRegisters.CAPABILITY_EXPRESS);
        if (express == 0 || (read(express + 4) & PciRegisters.EXPRESS_CAN_RESET) == 0) {
            return false;
        }
        int command = read(PciRegisters.COMMAND) & PciRegisters.COMMAND_MASK;
        int[] kept = regions.addresses();
        int line = read(PciRegisters.INTERRUPT);
        write(express + 8, read(express + 8) & 0xffff | PciRegisters.EXPRESS_RESET);
        long end = Clock.monotonicNanos() + RESET_NANOS;
        while (Clock.monotonicNanos() < end) {
            Task.parkUntil(end);
        }
        regions.restore(kept);
        write(PciRegisters.INTERRUPT, line);
        write(PciRegisters.COMMAND, command);
        return true;
    }

    /** Where a function is. */
    static String location(int function) {
        return "0000:" + hex(function >> 8) + ':' + hex(function >> 3 & 0x1f) + '.' + (function & 7);
    }

    /** Offset of a capability, 0 if the function lacks it. */
    int capability(int wanted) {
        int offset = (read(PciRegisters.COMMAND) & PciRegisters.STATUS_CAPABILITIES) == 0 ? 0 : read(PciRegisters.FIRST_CAPABILITY) & 0xfc;
        for (int i = 0; i < MOST_CAPABILITIES && offset != 0; i++) {
            int word = read(offset);
            if ((word & 0xff) == wanted) {
                return offset;
            }
            offset = word >> 8 & 0xfc;
        }
        return 0;
    }

    PciRegions regions() {
        return regions;
    }

    int number() {
        return function;
    }

    int read(int offset) {
        return host.readConfiguration(function, offset);
    }

    void write(int offset, int value) {
        host.writeConfiguration(function, offset, value);
    }

    void changeCommand(int clear, int set) {
        write(PciRegisters.COMMAND, read(PciRegisters.COMMAND) & PciRegisters.COMMAND_MASK & ~clear | set);
    }

    private static String hex(int value) {
        return Integer.toHexString(0x100 | value).substring(1);
    }
}
