package org.example.thrifty;

import org.asterism.ostd.bus.Device;
import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.bus.DeviceIdentity;
import org.asterism.ostd.bus.Driver;
import org.asterism.ostd.bus.DriverInstance;
import org.asterism.ostd.bus.PciIdentity;
import org.asterism.ostd.io.IoMem;
import org.asterism.ostd.irq.IrqLine;
import org.asterism.ostd.log.Log;
import org.asterism.ostd.sync.WaitQueue;
import org.asterism.ostd.time.Clock;

/** Is granted registers, ports and interrupts, says so nowhere, and asks for DMA as well. Logs what it gets of an edu device and of QEMU's pci-testdev. */
public final class Thrifty implements Driver {
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final WaitQueue changed = new WaitQueue();
    private volatile int told;

    public Thrifty() {}

    @Override
    public boolean match(DeviceIdentity identity) {
        return identity instanceof PciIdentity pci && (pci.is(0x1234, 0x11e8) || pci.is(0x1b36, 0x0005));
    }

    @Override
    public DriverInstance probe(Device device) throws DeviceException {
        if (((PciIdentity) device.identity()).vendor() == 0x1234) {
            edu(device);
        } else {
            ports(device);
        }
        return () -> { };
    }

    private void edu(Device device) throws DeviceException {
        try {
            device.allocateDma(4096);
            Log.error("thrifty: got memory for DMA");
        } catch (DeviceException refused) {
            Log.info("thrifty: " + refused.getMessage());
        }
        IoMem registers = device.openRegisters(0);
        IrqLine line = device.openInterrupt(0, () -> {
            int status = registers.read32(0x24);
            registers.write32(0x64, status);
            told |= status;
            changed.wakeAll();
        });
        for (int number = 6; number <= 7; number++) {
            told = 0;
            registers.write32(0x20, 0x80);
            registers.write32(0x08, number);
            changed.await(() -> told != 0, null, Clock.monotonicNanos() + PATIENCE_NANOS);
            Log.info("thrifty: " + number + "! = " + registers.read32(0x08) + ", told " + told + ", interrupts " + line.count());
        }
    }

    /** The device tells the name of a chosen test, byte by byte. */
    private static void ports(Device device) throws DeviceException {
        IoMem ports = device.openRegisters(1);
        ports.write8(0, 0);
        StringBuilder name = new StringBuilder();
        for (int at = 16; ports.read8(at) != 0; at++) {
            name.append((char) ports.read8(at));
        }
        Log.info("thrifty: behind ports is " + name);
    }
}
