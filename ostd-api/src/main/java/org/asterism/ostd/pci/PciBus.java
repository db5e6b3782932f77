package org.asterism.ostd.pci;

import java.util.ArrayList;
import java.util.List;
import org.asterism.ostd.bus.DeviceRegistry;
import org.asterism.ostd.line.InterruptLines;
import org.asterism.ostd.log.Log;
import org.asterism.ostd.spi.PciHost;
import org.asterism.ostd.sync.Mutex;

/** Finds the functions of a PCI host. */
public final class PciBus {
    private static final int DEVICES = 32;
    private static final int FUNCTIONS = 8;

    private final PciHost host;
    private final InterruptLines lines;
    private final List<PciWindow> unassigned;
    private final Mutex scanning = new Mutex();
    /** Guarded by {@link #scanning}. */
    private final List<Integer> known = new ArrayList<>();

    /**
     * The bus behind a host.
     *
     * @param host reaches it
     */
    public PciBus(PciHost host) {
        this(host, new InterruptLines(host));
    }

    /**
     * The bus behind a host, with lines that it shares with other buses.
     *
     * @param host  reaches it
     * @param lines of the machine
     */
    public PciBus(PciHost host, InterruptLines lines) {
        this.host = host;
        this.lines = lines;
        this.unassigned = host.unassigned();
    }

    /**
     * Adds every function that is no bridge and that no scan has found before, with addresses for its regions if no firmware gives them any.
     *
     * @param registry takes them
     */
    public void scan(DeviceRegistry registry) {
        try (var held = scanning.lock()) {
            List<PciFunction> found = new ArrayList<>();
            scan(0, found);
            if (!unassigned.isEmpty()) {
                new AddressAssignment(unassigned).assign(found);
            }
            found.forEach(registry::addDevice);
        }
    }

    private void scan(int bus, List<PciFunction> found) {
        for (int device = 0; device < DEVICES; device++) {
            int first = bus << 8 | device << 3;
            boolean several = (host.readConfiguration(first, PciRegisters.HEADER) & PciRegisters.HEADER_SEVERAL_FUNCTIONS) != 0;
            for (int function = first; function < first + (several ? FUNCTIONS : 1); function++) {
                if ((short) host.readConfiguration(function, PciRegisters.IDENTITY) != -1) {
                    look(function, bus, found);
                }
            }
        }
    }

    /** Bridges lead to buses with higher numbers, so the walk ends whatever they say. */
    private void look(int number, int bus, List<PciFunction> found) {
        int header = host.readConfiguration(number, PciRegisters.HEADER) >> 16 & 0x7f;
        if (header == PciRegisters.HEADER_DEVICE && !known.contains(number)) {
            known.add(number);
            found.add(new PciFunction(this, host, number));
        } else if (header == PciRegisters.HEADER_BRIDGE) {
            int behind = host.readConfiguration(number, PciRegisters.BUSES) >> 8 & 0xff;
            if (behind > bus && behind <= host.lastBus()) {
                scan(behind, found);
            } else {
                Log.warning("pci: the bridge " + PciFunction.location(number) + " leads to bus " + behind + ", which "
                        + (behind == 0 ? "no firmware has numbered" : "is none below it") + "; what is behind it is not looked for");
            }
        }
    }

    InterruptLines lines() {
        return lines;
    }
}
