package org.asterism.ostd.riscv;

import org.asterism.ostd.bare.UserCopyRoutines;
import org.asterism.ostd.boot.DeviceTree;
import org.asterism.ostd.tree.InterruptMap;
import org.asterism.ostd.unsafe.Address;

/**
 * The raw channel's port: the first PCI function of the class "16550 serial controller" on bus 0 of the generic host bridge (PCI Local Bus 3.0 §6,
 * Devicetree binding {@code pci-host-ecam-generic}). Its registers are ports, which the bridge shows as memory.
 */
final class PciSerial {
    private static final int FUNCTIONS = 256;
    private static final int FUNCTION_BYTES = 4096;
    private static final int IDENTITY = 0;
    private static final int COMMAND = 4;
    private static final int PORTS_ENABLED = 1;
    private static final int CLASS = 8;
    private static final int SERIAL_16550 = 0x07_0002;
    private static final int BASE_ADDRESS = 0x10;
    private static final int PIN = 0x3d;
    private static final int PORT_SPACE = 1;
    /** Where the registers go in port space: below what devices are given. */
    private static final int PORT = 0x1000;
    private static final int RANGE_CELLS = 7;

    private final DeviceTree tree;
    private final int bridge;
    private int function = DeviceTree.NONE;
    private int pin;

    PciSerial(DeviceTree tree, int bridge) {
        this.tree = tree;
        this.bridge = bridge;
    }

    /** Looks for the port, through the linear map of the provisional tables, and switches it on; returns whether there is one. */
    boolean find(long linearMap) {
        if (bridge == DeviceTree.NONE || portWindow() == 0 || tree.registers(bridge) == 0) {
            return false;
        }
        long start = tree.address(bridge, 0);
        long configuration = linearMap + start;
        if (start < 0 || start > RiscvBoot.LINEAR_BYTES - FUNCTIONS * FUNCTION_BYTES || UserCopyRoutines.probe(configuration) < 0) {
            return false;
        }
        for (int i = 0; i < FUNCTIONS && function == DeviceTree.NONE; i++) {
            long header = configuration + (long) i * FUNCTION_BYTES;
            if (Address.loadInt(header + IDENTITY) != -1 && Address.loadInt(header + CLASS) >>> 8 == SERIAL_16550) {
                function = i;
                pin = Address.loadByte(header + PIN);
                Address.storeInt(header + BASE_ADDRESS, PORT);
                Address.storeInt(header + COMMAND, PORTS_ENABLED);
            }
        }
        return function != DeviceTree.NONE;
    }

    /** Its place on bus 0; negative if there is none. */
    int function() {
        return function;
    }

    /** Physical address of the registers. */
    long address() {
        return portWindow() + PORT;
    }

    /** Physical address at which port 0 is seen; 0 if the bridge shows no ports. */
    private long portWindow() {
        int ranges = tree.property(bridge, "ranges");
        for (int at = 0; at < tree.cells(ranges); at += RANGE_CELLS) {
            if ((tree.cell(ranges, at) >>> 24 & 3) == PORT_SPACE) {
                return tree.number(ranges, at + 3, 2);
            }
        }
        return 0;
    }

    /** The line of the interrupt controller. */
    int interrupt(InterruptMap interrupts) {
        return interrupts.line(bridge, function, pin);
    }
}
