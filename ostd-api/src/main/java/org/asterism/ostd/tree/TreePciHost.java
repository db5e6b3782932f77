package org.asterism.ostd.tree;

import java.util.ArrayList;
import java.util.List;
import org.asterism.ostd.boot.DeviceTree;
import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.pci.EcamConfiguration;
import org.asterism.ostd.pci.PciWindow;
import org.asterism.ostd.spi.BusInterrupt;
import org.asterism.ostd.spi.DeviceHost;
import org.asterism.ostd.spi.DmaMemory;
import org.asterism.ostd.spi.InterruptSink;
import org.asterism.ostd.spi.MemoryWindow;
import org.asterism.ostd.spi.MessageInterrupt;
import org.asterism.ostd.spi.PciHost;

/**
 * The host of a PCI bus as a tree describes it: {@code pci-host-ecam-generic} (Devicetree binding "host-generic-pci"; IEEE 1275 PCI bus binding for ranges). No firmware has
 * numbered buses or given addresses there, and no controller takes messages.
 */
final class TreePciHost implements PciHost {
    /** Port addresses below are OSTD's, for the function that it drives itself. */
    static final long FIRST_PORT = 0x2000;

    private static final int SPACE_SHIFT = 24;
    private static final int SPACE_MASK = 3;
    private static final int PORTS = 1;
    private static final int MEMORY = 2;
    private static final int ADDRESS_CELLS = 3;
    private static final int RANGE_CELLS = ADDRESS_CELLS + 4;

    private final DeviceTree tree;
    private final int node;
    private final DeviceHost machine;
    private final InterruptMap interrupts;
    private final int hidden;
    private final EcamConfiguration configuration;
    private final List<PciWindow> windows = new ArrayList<>();

    /**
     * A host.
     *
     * @param tree       that describes it
     * @param node       of the host, with registers
     * @param machine    it is part of
     * @param interrupts lines
     * @param hidden     a function that OSTD drives itself, negative if there is none: it is not on the bus for anybody else
     */
    TreePciHost(DeviceTree tree, int node, DeviceHost machine, InterruptMap interrupts, int hidden) {
        this.tree = tree;
        this.node = node;
        this.machine = machine;
        this.interrupts = interrupts;
        this.hidden = hidden;
        long buses = tree.registerBytes(node, 0) / EcamConfiguration.BUS_BYTES;
        configuration = new EcamConfiguration(machine, tree.address(node, 0), (int) Math.max(0, Math.min(255, buses - 1)));
        readWindows();
    }

    private void readWindows() {
        int ranges = tree.property(node, "ranges");
        for (int at = 0; at + RANGE_CELLS <= tree.cells(ranges); at += RANGE_CELLS) {
            int space = tree.cell(ranges, at) >>> SPACE_SHIFT & SPACE_MASK;
            long first = tree.number(ranges, at + 1, 2);
            long physical = tree.number(ranges, at + ADDRESS_CELLS, 2);
            long bytes = tree.number(ranges, at + ADDRESS_CELLS + 2, 2);
            if (space == PORTS) {
                windows.add(new PciWindow(PciWindow.Space.PORTS, first + FIRST_PORT, bytes - FIRST_PORT, physical + FIRST_PORT));
            } else if (space >= MEMORY) {
                windows.add(new PciWindow(space == MEMORY ? PciWindow.Space.MEMORY : PciWindow.Space.WIDE_MEMORY, first, bytes, physical));
            }
        }
    }

    @Override
    public int lastBus() {
        return configuration.lastBus();
    }

    @Override
    public int configurationBytes() {
        return EcamConfiguration.FUNCTION_BYTES;
    }

    @Override
    public int readConfiguration(int function, int offset) {
        return function == hidden ? -1 : configuration.read(function, offset);
    }

    @Override
    public void writeConfiguration(int function, int offset, int value) {
        if (function != hidden) {
            configuration.write(function, offset, value);
        }
    }

    @Override
    public List<PciWindow> unassigned() {
        return windows;
    }

    @Override
    public MemoryWindow mapRegisters(long address, long bytes) throws DeviceException {
        return map(address, bytes, false);
    }

    /** Ports are memory here. */
    @Override
    public MemoryWindow openPorts(long first, long count) throws DeviceException {
        return map(first, count, true);
    }

    private MemoryWindow map(long address, long bytes, boolean ports) throws DeviceException {
        for (PciWindow window : windows) {
            if ((window.space() == PciWindow.Space.PORTS) == ports && window.contains(address, bytes)) {
                return machine.mapRegisters(window.physical(address), bytes);
            }
        }
        throw new DeviceException("a region at 0x" + Long.toHexString(address) + " of " + bytes + " bytes lies in no window of " + tree.name(node));
    }

    @Override
    public DmaMemory allocateDma(long bytes, long highestAddress) {
        return machine.allocateDma(bytes, highestAddress);
    }

    @Override
    public boolean hasMessages() {
        return false;
    }

    @Override
    public MessageInterrupt connectMessage(InterruptSink sink) throws DeviceException {
        throw new DeviceException("no controller of this machine takes messages; devices interrupt by their lines");
    }

    @Override
    public int interruptLine(int function, int pin) {
        int line = interrupts.line(node, function, pin);
        return line == InterruptMap.NO_LINE ? -1 : line;
    }

    @Override
    public BusInterrupt connectLine(int line, InterruptSink sink) throws DeviceException {
        return machine.connectLine(line, sink);
    }
}
