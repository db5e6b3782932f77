package org.asterism.ostd.tree;

import org.asterism.ostd.boot.DeviceTree;

/** The lines of an interrupt controller that a tree names: those of devices (Devicetree 0.4 §2.4.1), and those that the map of a bus leads to (§2.4.3). */
public final class InterruptMap {
    /** No line. */
    public static final int NO_LINE = 0;

    private static final int ADDRESS_CELLS = 3;
    /** Cells of a function's address and its pin. */
    private static final int UNIT_CELLS = ADDRESS_CELLS + 1;
    private static final int FUNCTION_SHIFT = 8;

    private final DeviceTree tree;
    private final int controller;
    private final long handle;
    private final long highest;

    /**
     * The lines of a controller.
     *
     * @param tree       that names it
     * @param controller its node; its lines have one cell
     */
    public InterruptMap(DeviceTree tree, int controller) {
        this.tree = tree;
        this.controller = controller;
        handle = tree.numberOf(controller, "phandle", DeviceTree.NONE);
        highest = tree.numberOf(controller, "riscv,ndev", 0);
    }

    /**
     * A line of a device.
     *
     * @param node  of the device
     * @param index of its interrupt, from 0
     * @return the line; {@link #NO_LINE} if there are fewer, or it is of another controller
     */
    public int line(int node, int index) {
        int extended = tree.property(node, "interrupts-extended");
        if (extended != DeviceTree.NONE) {
            return isOurs(tree.cell(extended, 2 * index)) ? tree.cell(extended, 2 * index + 1) : NO_LINE;
        }
        int parent = node;
        while (parent != DeviceTree.NONE && tree.property(parent, "interrupt-parent") == DeviceTree.NONE) {
            parent = tree.parent(parent);
        }
        return isOurs((int) tree.numberOf(parent, "interrupt-parent", 0)) ? tree.cell(tree.property(node, "interrupts"), index) : NO_LINE;
    }

    /**
     * Tells whether the controller has a line.
     *
     * @param line number
     * @return whether it is one
     */
    public boolean has(int line) {
        return line > NO_LINE && line <= highest;
    }

    /**
     * The line that a pin of a PCI function is wired to.
     *
     * @param bridge   the node of the host
     * @param function bus, device and function
     * @param pin      1 to 4
     * @return the line, {@link #NO_LINE} if the map does not tell
     */
    public int line(int bridge, int function, int pin) {
        int map = tree.property(bridge, "interrupt-map");
        int mask = tree.property(bridge, "interrupt-map-mask");
        int unit = function << FUNCTION_SHIFT & tree.cell(mask, 0);
        int at = 0;
        while (at + UNIT_CELLS < tree.cells(map)) {
            int parent = tree.referred(tree.cell(map, at + UNIT_CELLS));
            int line = at + UNIT_CELLS + 1 + (int) tree.numberOf(parent, "#address-cells", 0);
            if (parent == controller && tree.cell(map, at) == unit && tree.cell(map, at + ADDRESS_CELLS) == (pin & tree.cell(mask, ADDRESS_CELLS))) {
                return has(tree.cell(map, line)) ? tree.cell(map, line) : NO_LINE;
            }
            at = line + Math.max(1, (int) tree.numberOf(parent, "#interrupt-cells", 1));
        }
        return NO_LINE;
    }

    private boolean isOurs(int parent) {
        return (parent & 0xffff_ffffL) == handle;
    }
}
