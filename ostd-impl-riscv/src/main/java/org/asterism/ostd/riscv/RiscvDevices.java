package org.asterism.ostd.riscv;

import org.asterism.ostd.bare.DeviceSupport;
import org.asterism.ostd.bare.KernelTables;
import org.asterism.ostd.boot.MemoryMap;
import org.asterism.ostd.bus.DeviceRegistry;
import org.asterism.ostd.frames.FrameAllocator;
import org.asterism.ostd.tree.TreeBus;

/** The devices of the device tree, without those that OSTD drives itself. */
final class RiscvDevices extends DeviceSupport {
    private final BootTree boot;
    private final PciSerial serial;

    RiscvDevices(KernelTables tables, MemoryMap ram, FrameAllocator allocator, Plic plic, BootTree boot, PciSerial serial) {
        super(tables, ram, allocator, plic);
        this.boot = boot;
        this.serial = serial;
    }

    @Override
    protected void discover(DeviceRegistry registry) {
        TreeBus bus = new TreeBus(boot.tree(), this, boot.interruptController());
        bus.except(boot.console());
        bus.except(boot.clock());
        bus.except(boot.firmwareTimer());
        bus.except(boot.finisher());
        bus.scanPci(registry, boot.pciHost(), serial.function());
        bus.scan(registry);
    }
}
