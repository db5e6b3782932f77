package org.asterism.ostd.pci;

import java.util.ArrayList;
import java.util.List;
import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.bus.DeviceRegistry;
import org.asterism.ostd.spi.BusInterrupt;
import org.asterism.ostd.spi.InterruptSink;
import org.asterism.ostd.spi.PciHost;
import org.asterism.ostd.sync.Mutex;

/** Finds the functions of a PCI host, and keeps what they share: interrupt lines. */
public final class PciBus {
    private static final int DEVICES = 32;
    private static final int FUNCTIONS = 8;

    private final PciHost host;
    private final Mutex lock = new Mutex();
    private final List<SharedLine> lines = new ArrayList<>();
    private final Mutex scanning = new Mutex();
    /** Guarded by {@link #scanning}. */
    private final List<Integer> known = new ArrayList<>();

    /**
     * The bus behind a host.
     *
     * @param host reaches it
     */
    public PciBus(PciHost host) {
        this.host = host;
    }

    /**
     * Adds every function that is no bridge and that no scan has found before.
     *
     * @param registry takes them
     */
    public void scan(DeviceRegistry registry) {
        try (var held = scanning.lock()) {
            scan(0, registry);
        }
    }

    private void scan(int bus, DeviceRegistry registry) {
        for (int device = 0; device < DEVICES; device++) {
            int first = bus << 8 | device << 3;
            boolean several = (host.readConfiguration(first, PciRegisters.HEADER) & PciRegisters.HEADER_SEVERAL_FUNCTIONS) != 0;
            for (int function = first; function < first + (several ? FUNCTIONS : 1); function++) {
                if ((short) host.readConfiguration(function, PciRegisters.IDENTITY) != -1) {
                    found(function, bus, registry);
                }
            }
        }
    }

    /** Bridges lead to buses with higher numbers, so the walk ends whatever they say. */
    private void found(int function, int bus, DeviceRegistry registry) {
        int header = host.readConfiguration(function, PciRegisters.HEADER) >> 16 & 0x7f;
        if (header == PciRegisters.HEADER_DEVICE && !known.contains(function)) {
            known.add(function);
            registry.addDevice(new PciFunction(this, host, function));
        } else if (header == PciRegisters.HEADER_BRIDGE) {
            int behind = host.readConfiguration(function, PciRegisters.BUSES) >> 8 & 0xff;
            if (behind > bus && behind <= host.lastBus()) {
                scan(behind, registry);
            }
        }
    }

    /** Connects a sink to a line that others may be connected to. */
    BusInterrupt connectLine(int line, InterruptSink sink) throws DeviceException {
        try (var held = lock.lock()) {
            SharedLine shared = null;
            for (SharedLine known : lines) {
                shared = known.line() == line ? known : shared;
            }
            if (shared == null) {
                shared = new SharedLine(line);
                shared.connect(host);
                lines.add(shared);
            }
            return shared.add(sink);
        }
    }
}
