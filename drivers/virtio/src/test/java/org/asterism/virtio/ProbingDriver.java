package org.asterism.virtio;

import java.util.ArrayList;
import java.util.List;
import org.asterism.ostd.bus.Device;
import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.bus.DeviceIdentity;
import org.asterism.ostd.bus.Driver;
import org.asterism.ostd.bus.DriverInstance;
import org.asterism.ostd.host.TestMachine;
import org.asterism.ostd.host.pci.SimulatedFunction;
import org.asterism.ostd.spi.DriverOrigin;
import org.asterism.ostd.spi.Ostd;

/** A driver of one type that does what a test says when it is given a device, and keeps what was refused. */
final class ProbingDriver implements Driver {
    private final VirtioType type;
    private final Probe probe;
    final List<String> refusals = new ArrayList<>();

    /** What to do with a device. */
    interface Probe {
        DriverInstance with(Device device) throws DeviceException;
    }

    ProbingDriver(VirtioType type, Probe probe) {
        this.type = type;
        this.probe = probe;
    }

    /** Plugs a device in and lets the driver have it. */
    ProbingDriver drive(TestMachine machine, SimulatedFunction function) {
        machine.plug(function);
        Ostd.machine().devices().addDriver(this, DriverOrigin.of("org.example.any", "mmio", "irq", "dma"));
        return this;
    }

    @Override
    public boolean match(DeviceIdentity identity) {
        return type.matches(identity);
    }

    @Override
    public DriverInstance probe(Device device) throws DeviceException {
        try {
            return probe.with(device);
        } catch (DeviceException refused) {
            refusals.add(refused.getMessage());
            throw refused;
        }
    }
}
