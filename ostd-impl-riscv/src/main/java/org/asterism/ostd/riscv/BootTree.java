package org.asterism.ostd.riscv;

import org.asterism.ostd.bare.BareKernel;
import org.asterism.ostd.boot.DeviceTree;
import org.asterism.ostd.boot.MemoryMap;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.runtime.Abort;
import org.asterism.ostd.unsafe.Address;

/** What the boot needs of the device tree. */
final class BootTree {
    private static final int SUPERVISOR_EXTERNAL = 9;

    /** The copy of a tree lies in the boot arena for good. */
    private static final int MOST_BYTES = 128 << 10;

    private final int bytes;
    private final DeviceTree tree;
    private final int chosen;

    private BootTree(byte[] bytes) {
        this.bytes = bytes.length;
        tree = new DeviceTree(bytes);
        chosen = tree.child("chosen");
    }

    /** Reads the tree at an address; stops the machine if there is none, or if it is damaged. */
    static BootTree at(long address) {
        int length = DeviceTree.length(copy(address, DeviceTree.HEADER_BYTES));
        BareKernel.require(length != DeviceTree.NONE, "the boot loader left no device tree; start the image with QEMU -M virt -kernel");
        BareKernel.require(length <= MOST_BYTES, "the device tree is longer than 128 KiB; give the machine fewer devices");
        try {
            return new BootTree(copy(address, length));
        } catch (IllegalArgumentException damaged) {
            throw Abort.because(damaged.getMessage(), 0);
        }
    }

    private static byte[] copy(long address, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = Address.loadByte(address + i);
        }
        return bytes;
    }

    DeviceTree tree() {
        return tree;
    }

    /** How long the tree is. */
    int bytes() {
        return bytes;
    }

    String commandLine() {
        int words = tree.property(chosen, "bootargs");
        return tree.lengthOf(words) == 0 ? "" : tree.text(words, 0);
    }

    /** Words of entropy from the boot loader. */
    long[] seed() {
        int property = tree.property(chosen, "rng-seed");
        long[] words = new long[tree.lengthOf(property) / 8];
        for (int i = 0; i < words.length; i++) {
            words[i] = tree.number(property, 2 * i, 2);
        }
        return words;
    }

    /** Physical address of the initial ram disk; 0 without one. */
    long ramDisk() {
        return tree.numberOf(chosen, "linux,initrd-start", 0);
    }

    long ramDiskBytes() {
        return tree.numberOf(chosen, "linux,initrd-end", 0) - ramDisk();
    }

    /** What a processor is, such as {@code rv64imafdc_zicsr}; empty if the tree does not tell. */
    String instructionSet(long hart) {
        for (int node = tree.find(DeviceTree.NONE, "device_type", "cpu"); node != DeviceTree.NONE; node = tree.find(node, "device_type", "cpu")) {
            int text = tree.property(node, "riscv,isa");
            if (text != DeviceTree.NONE && tree.registerStart(node, 0) == hart) {
                return tree.text(text, 0);
            }
        }
        return "";
    }

    /** Ticks a second of the time counter; 0 if the tree does not tell. */
    long timerHertz() {
        return tree.numberOf(tree.child("cpus"), "timebase-frequency", 0);
    }

    /** Adds the RAM of the machine, whole pages only. */
    void readMemory(MemoryMap map) {
        for (int node = tree.find(DeviceTree.NONE, "device_type", "memory"); node != DeviceTree.NONE; node = tree.find(node, "device_type", "memory")) {
            for (int i = 0; i < tree.registers(node); i++) {
                long start = tree.registerStart(node, i);
                map.add(PageSize.ceil(start), PageSize.floor(start + tree.registerBytes(node, i)));
            }
        }
    }

    /** Takes out what firmware keeps for itself. */
    void excludeReserved(MemoryMap map) {
        for (int at = tree.reservations(); tree.pair(at + 8) != 0; at += 16) {
            exclude(map, tree.pair(at), tree.pair(at + 8));
        }
        int reserved = tree.child("reserved-memory");
        for (int node = reserved == DeviceTree.NONE ? reserved : tree.next(reserved); node != DeviceTree.NONE; node = tree.next(node)) {
            for (int i = 0; tree.parent(node) == reserved && i < tree.registers(node); i++) {
                exclude(map, tree.registerStart(node, i), tree.registerBytes(node, i));
            }
        }
    }

    private static void exclude(MemoryMap map, long start, long bytes) {
        map.exclude(PageSize.floor(start), PageSize.ceil(start + bytes));
    }

    /** The serial port of the console: the first 16550. */
    int console() {
        return tree.find(DeviceTree.NONE, "compatible", "ns16550a");
    }

    /** The real-time clock; negative if there is none. */
    int clock() {
        return tree.find(DeviceTree.NONE, "compatible", "google,goldfish-rtc");
    }

    /** The device that ends QEMU with an exit code; negative if there is none. */
    int finisher() {
        return tree.find(DeviceTree.NONE, "compatible", "sifive,test1");
    }

    int interruptController() {
        int node = tree.find(DeviceTree.NONE, "compatible", "riscv,plic0");
        return node == DeviceTree.NONE ? tree.find(DeviceTree.NONE, "compatible", "sifive,plic-1.0.0") : node;
    }

    /** The controller's number for the supervisor mode of a processor; negative if it has none. */
    int context(int controller, long hart) {
        int lines = tree.property(controller, "interrupts-extended");
        for (int i = 0; lines != DeviceTree.NONE && 8 * i < tree.lengthOf(lines); i++) {
            if (tree.cell(lines, 2 * i + 1) == SUPERVISOR_EXTERNAL && hartOf(tree.cell(lines, 2 * i)) == hart) {
                return i;
            }
        }
        return DeviceTree.NONE;
    }

    private long hartOf(int handle) {
        int node = tree.referred(handle);
        return node == DeviceTree.NONE ? node : tree.registerStart(tree.parent(node), 0);
    }

    /** Physical address of a device's registers. */
    long address(int node) {
        long address = tree.address(node, 0);
        if (address < 0 || address >= RiscvBoot.LINEAR_BYTES) {
            throw new IllegalArgumentException("the registers of " + tree.name(node) + " lie outside the first 128 GiB, which are all that the kernel maps");
        }
        return address;
    }

    /** The timers and software interrupts of processors, which are the firmware's; negative if there are none. */
    int firmwareTimer() {
        return tree.find(DeviceTree.NONE, "compatible", "riscv,clint0");
    }

    int pciHost() {
        return tree.find(DeviceTree.NONE, "compatible", "pci-host-ecam-generic");
    }
}
