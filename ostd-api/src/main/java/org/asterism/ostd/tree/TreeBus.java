package org.asterism.ostd.tree;

import java.util.ArrayList;
import java.util.List;
import org.asterism.ostd.boot.DeviceTree;
import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.bus.DeviceRegistry;
import org.asterism.ostd.bus.PlatformIdentity;
import org.asterism.ostd.line.InterruptLines;
import org.asterism.ostd.log.Log;
import org.asterism.ostd.pci.PciBus;
import org.asterism.ostd.spi.BusDevice;
import org.asterism.ostd.spi.DeviceHost;

/** Finds the devices that a tree describes, those behind its PCI host too. What the tree has wrong is told and left out. */
public final class TreeBus {
    private final DeviceTree tree;
    private final DeviceHost machine;
    private final InterruptMap interrupts;
    private final InterruptLines lines;
    private final List<Integer> driven = new ArrayList<>();

    /**
     * The devices of a machine.
     *
     * @param tree       that describes it
     * @param machine    it describes
     * @param controller node of the interrupt controller
     */
    public TreeBus(DeviceTree tree, DeviceHost machine, int controller) {
        this.tree = tree;
        this.machine = machine;
        interrupts = new InterruptMap(tree, controller);
        lines = new InterruptLines(machine);
        except(controller);
    }

    /**
     * Leaves a device out, and its registers to OSTD, which drives it.
     *
     * @param node of the device, or {@link DeviceTree#NONE}
     */
    public void except(int node) {
        if (node != DeviceTree.NONE) {
            driven.add(node);
            for (int i = 0; i < tree.registers(node); i++) {
                if (tree.address(node, i) != DeviceTree.NOWHERE) {
                    machine.keep(tree.address(node, i), tree.registerBytes(node, i));
                }
            }
        }
    }

    /**
     * Adds the functions on the PCI bus.
     *
     * @param registry takes them
     * @param host     node of its host, or {@link DeviceTree#NONE}
     * @param hidden   function that OSTD drives itself; negative if there is none
     */
    public void scanPci(DeviceRegistry registry, int host, int hidden) {
        if (host == DeviceTree.NONE) {
            return;
        }
        driven.add(host);
        if (tree.registers(host) == 0 || tree.address(host, 0) == DeviceTree.NOWHERE) {
            Log.warning("device tree: " + tree.name(host) + " has no configuration that can be reached; there is no PCI bus");
            return;
        }
        new PciBus(new TreePciHost(tree, host, machine, interrupts, hidden), lines).scan(registry);
    }

    /**
     * Adds the other devices that have registers.
     *
     * @param registry takes them
     */
    public void scan(DeviceRegistry registry) {
        for (int node = tree.root(); node != DeviceTree.NONE; node = tree.next(node)) {
            if (isDevice(node)) {
                try {
                    BusDevice device = device(node);
                    if (device != null) {
                        registry.addDevice(device);
                    }
                } catch (DeviceException wrong) {
                    Log.warning("device tree: " + tree.name(node) + " is left out: " + wrong.getMessage());
                }
            }
        }
    }

    /** Memory and processors have types; devices that are off say so. */
    private boolean isDevice(int node) {
        String status = tree.text(tree.property(node, "status"), 0);
        return tree.lengthOf(tree.property(node, "compatible")) > 0 && tree.property(node, "reg") != DeviceTree.NONE
                && tree.property(node, "device_type") == DeviceTree.NONE && !driven.contains(node)
                && (status == null || status.startsWith("ok"));
    }

    private BusDevice device(int node) throws DeviceException {
        int count = tree.registers(node);
        long[] starts = new long[count];
        long[] lengths = new long[count];
        for (int i = 0; i < count; i++) {
            starts[i] = tree.address(node, i);
            lengths[i] = tree.registerBytes(node, i);
            if (starts[i] == DeviceTree.NOWHERE || lengths[i] <= 0 || starts[i] + lengths[i] < 0) {
                throw new DeviceException("its registers 0x" + Long.toHexString(tree.registerStart(node, i)) + " of 0x" + Long.toHexString(lengths[i])
                        + " bytes are no addresses of the machine");
            }
        }
        if (count == 0) {
            throw new DeviceException("its property reg is shorter than an address and a length");
        }
        int compatible = tree.property(node, "compatible");
        String location = Long.toHexString(starts[0]);
        PlatformDevice.Resources resources = new PlatformDevice.Resources(starts, lengths, lines(node));
        String name = tree.text(compatible, 0);
        if (VirtioTransport.COMPATIBLE.equals(name)) {
            return VirtioTransport.find(location, machine, lines, resources);
        }
        List<String> also = new ArrayList<>();
        for (int i = 1; tree.text(compatible, i) != null; i++) {
            also.add(tree.text(compatible, i));
        }
        return new PlatformDevice(new PlatformIdentity(location, name, also), machine, lines, resources);
    }

    /** The device's lines up to the first that is none. */
    private int[] lines(int node) {
        List<Integer> found = new ArrayList<>();
        int line = interrupts.line(node, 0);
        while (interrupts.has(line)) {
            found.add(line);
            line = interrupts.line(node, found.size());
        }
        if (line != InterruptMap.NO_LINE) {
            Log.warning("device tree: " + tree.name(node) + " has interrupt " + line + ", which its controller does not have; it is left out");
        }
        int[] all = new int[found.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = found.get(i);
        }
        return all;
    }
}
