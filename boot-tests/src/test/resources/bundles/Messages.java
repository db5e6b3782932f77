package org.example.messages;

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

/** Has an 82574 network adapter send one of its messages (MSI-X), and tries to reach the table of them. */
public final class Messages implements Driver {
    private static final int SET_CAUSE = 0xc8;
    private static final int ENABLE_CAUSE = 0xd0;
    private static final int VECTORS = 0xe4;
    private static final int OTHER_CAUSE = 1 << 24;
    private static final int OTHER_TO_THIRD = (8 | 2) << 16;
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final WaitQueue changed = new WaitQueue();
    private volatile boolean told;

    public Messages() {}

    @Override
    public boolean match(DeviceIdentity identity) {
        return identity instanceof PciIdentity pci && pci.is(0x8086, 0x10d3);
    }

    @Override
    public DriverInstance probe(Device device) throws DeviceException {
        IoMem table = device.openRegisters(3);
        try {
            table.write32(0, 0);
            Log.error("messages: wrote the table");
        } catch (IndexOutOfBoundsException cut) {
            Log.info("messages: " + cut.getMessage());
        }
        IoMem registers = device.openRegisters(0);
        IrqLine line = device.openInterrupt(2, () -> {
            told = true;
            changed.wakeAll();
        });
        registers.write32(VECTORS, OTHER_TO_THIRD);
        registers.write32(ENABLE_CAUSE, OTHER_CAUSE);
        registers.write32(SET_CAUSE, OTHER_CAUSE);
        changed.await(() -> told, null, Clock.monotonicNanos() + PATIENCE_NANOS);
        Log.info("messages: of " + device.interruptCount() + " interrupts the third came " + line.count() + " times");
        return () -> { };
    }
}
