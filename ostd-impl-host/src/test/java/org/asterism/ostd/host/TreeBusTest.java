package org.asterism.ostd.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.asterism.ostd.boot.DeviceTree;
import org.asterism.ostd.bus.Device;
import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.bus.DeviceRegistry;
import org.asterism.ostd.bus.Driver;
import org.asterism.ostd.bus.PlatformIdentity;
import org.asterism.ostd.io.IoMem;
import org.asterism.ostd.spi.DriverOrigin;
import org.asterism.ostd.spi.MemoryWindow;
import org.asterism.ostd.spi.Ostd;
import org.asterism.ostd.tree.TreeBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which devices a device tree makes, what they have, and what is told of what it has wrong. */
class TreeBusTest {
    private static final int PLIC = 3;
    private static final int VIRTIO_BYTES = 0x200;

    private final TestMachine machine = TestMachine.builder().build();
    private final DeviceRegistry registry = new DeviceRegistry();
    private final TreeHost host = new TreeHost();
    private final List<Device> devices = new ArrayList<>();
    private final Driver driver = new CollectingDriver(devices);

    @AfterEach
    void endMachine() {
        machine.close();
    }

    /** A root with an interrupt controller of 10 lines; a bus is open, in which devices are written. */
    private static TreeWriter tree() {
        return new TreeWriter().begin("").cells("#address-cells", 2).cells("#size-cells", 2)
                .begin("plic@c000000").text("compatible", "riscv,plic0").cells("phandle", PLIC).cells("riscv,ndev", 10).cells("reg", 0, 0xc00_0000, 0, 0x60_0000)
                .cells("#interrupt-cells", 1).end()
                .begin("soc").cells("#address-cells", 1).cells("#size-cells", 1).cells("ranges", 0x1000, 1, 0, 0x2_0000).cells("interrupt-parent", PLIC);
    }

    private static TreeWriter device(TreeWriter tree, String name, String compatible, int start, int bytes, int... lines) {
        return tree.begin(name).text("compatible", compatible).cells("reg", start, bytes).cells("interrupts", lines).end();
    }

    private List<Device> scan(TreeWriter writer, String... grants) {
        registry.addDriver(driver, DriverOrigin.of("org.example.any", grants));
        scan(writer.end().end().bytes());
        return devices;
    }

    private void scan(byte[] blob) {
        DeviceTree tree = new DeviceTree(blob);
        TreeBus bus = new TreeBus(tree, host, tree.find(DeviceTree.NONE, "compatible", "riscv,plic0"));
        bus.except(tree.find(DeviceTree.NONE, "compatible", "test,console"));
        bus.scanPci(registry, tree.find(DeviceTree.NONE, "compatible", "pci-host-ecam-generic"), 2 << 3);
        bus.scan(registry);
    }

    private static String log() {
        byte[] text = new byte[1 << 16];
        return new String(text, 0, Ostd.machine().platform().readLog(text), StandardCharsets.UTF_8);
    }

    @Test
    void devicesHaveTheAddressesOfTheProcessorAndTheLinesOfTheController() throws DeviceException {
        TreeWriter tree = device(device(tree(), "a@1000", "test,a", 0x1000, 0x100, 4, 5), "console@2000", "test,console", 0x2000, 0x100, 6)
                .begin("b@3000").text("compatible", "test,b2", "test,b1").cells("reg", 0x3000, 0x10, 0x4000, 0x20).cells("interrupts-extended", PLIC, 7).end()
                .begin("c@5000").text("compatible", "test,c").cells("reg", 0x5000, 4).text("status", "disabled").end();
        List<Device> found = scan(tree, "mmio", "irq", "dma");
        assertThat(found).extracting(device -> device.identity().location() + ' ' + device.identity().description())
                .containsExactly("100000000 test,a", "100002000 test,b2 test,b1");
        assertThat(found.get(1).identity()).satisfies(identity -> assertThat(((PlatformIdentity) identity).is("test,b1")).isTrue());
        assertThat(host.notes).containsExactly("keep 0xc000000 0x600000", "keep 0x100001000 0x100");
        host.notes.clear();
        assertThat(found.get(0).interruptCount()).isEqualTo(2);
        found.get(0).openInterrupt(1, () -> { }).close();
        found.get(1).openInterrupt(0, () -> { }).close();
        found.get(1).openRegisters(1);
        assertThat(host.notes).containsExactly("line 5", "line 7", "map 0x100003000 0x20");
        assertThatThrownBy(() -> found.get(0).openInterrupt(2, () -> { })).isInstanceOf(DeviceException.class).hasMessage("device 100000000 has no interrupt 2; it has 2");
        assertThatThrownBy(() -> found.get(0).openRegisters(1)).isInstanceOf(DeviceException.class).hasMessage("device 100000000 has no region 1; it has 1");
    }

    /** Nothing keeps such a device from the bus but its registers. */
    @Test
    void registersOfAPlatformDeviceNeedTheGrantOfDma() {
        List<Device> found = scan(device(tree(), "a@1000", "test,a", 0x1000, 0x100), "mmio", "irq");
        assertThatThrownBy(() -> found.get(0).openRegisters(0)).isInstanceOf(DeviceException.class).hasMessageContaining("asks for dma of device 100000000");
    }

    @Test
    void whatTheTreeHasWrongIsToldAndLeftOut() {
        TreeWriter tree = device(device(device(tree(), "outside@0", "test,a", 0x800, 0x100), "empty@1000", "test,b", 0x1000, 0), "line@2000", "test,c", 0x2000, 0x10, 4711)
                .begin("short@3000").text("compatible", "test,d").cells("reg", 0x3000).end();
        assertThat(scan(tree, "irq")).extracting(device -> device.identity().description() + ' ' + device.interruptCount()).containsExactly("test,c 0");
        assertThat(log()).contains("outside@0 is left out: its registers 0x800 of 0x100 bytes are no addresses of the machine",
                "empty@1000 is left out", "short@3000 is left out", "line@2000 has interrupt 4711, which its controller does not have");
    }

    private static RegisterDevice.ByteWindow virtio(int magic, int version, int kind) {
        RegisterDevice.ByteWindow registers = new RegisterDevice.ByteWindow(VIRTIO_BYTES);
        registers.write(0, 4, magic);
        registers.write(4, 4, version);
        registers.write(8, 4, kind);
        return registers;
    }

    @Test
    void aPlaceForVirtioIsADeviceOnlyIfOneIsThereThatDriversCanUse() throws DeviceException {
        TreeWriter tree = tree();
        for (int i = 1; i <= 6; i++) {
            device(tree, "virtio_mmio@" + i + "000", "virtio,mmio", i << 12, VIRTIO_BYTES, i);
        }
        RegisterDevice.ByteWindow block = virtio(0x7472_6976, 2, 2);
        host.answer(0x1_0000_0000L, virtio(0x7472_6976, 1, 0)).answer(0x1_0000_1000L, virtio(0x7472_6976, 1, 2)).answer(0x1_0000_2000L, block)
                .answer(0x1_0000_3000L, virtio(0x1234, 2, 2)).answer(0x1_0000_5000L, virtio(0x7472_6976, 2, 0x1f));
        List<Device> found = scan(tree, "mmio", "irq", "dma");
        assertThat(found).extracting(device -> device.identity().description()).containsExactly("virtio,mmio virtio,device2", "virtio,mmio virtio,device1f");
        assertThat(log()).contains("virtio_mmio@2000 is left out: it has version 1, not 2: the legacy interface; start QEMU with -global virtio-mmio.force-legacy=false",
                "virtio_mmio@4000 is left out: its first word is 0x1234", "virtio_mmio@5000 is left out: nothing answers at 0x100004000").doesNotContain("virtio_mmio@1000");
        IoMem registers = found.get(0).openRegisters(0);
        registers.write32(0x70, 15);
        assertThat(block.read(0x70, 4)).isEqualTo(15);
        registry.removeDriver(driver, DriverOrigin.of("org.example.any", "mmio", "irq", "dma"));
        assertThat(block.read(0x70, 4)).isZero();
    }

    @Test
    @Timeout(60)
    void aTreeThatIsBentAnywhereIsRefusedOrScannedToItsEnd() {
        byte[] whole = device(device(tree(), "a@1000", "test,a", 0x1000, 0x100, 4, 5), "b@2000", "virtio,mmio", 0x2000, 0x200, 4).end().end().bytes();
        for (int at = 4; at < whole.length; at++) {
            for (int value : new int[] {0, 0xff}) {
                byte[] bent = whole.clone();
                bent[at] = (byte) value;
                scanAnyway(bent);
            }
        }
    }

    private void scanAnyway(byte[] blob) {
        DeviceTree tree;
        try {
            tree = new DeviceTree(blob);
        } catch (IllegalArgumentException damaged) {
            return;
        }
        new TreeBus(tree, new TreeHost(), tree.find(DeviceTree.NONE, "compatible", "riscv,plic0")).scan(new DeviceRegistry());
    }

    /** Three functions of bus 0, of which the second is hidden. Device 1 has pin 2, and the map turns pins by devices. */
    @Test
    void functionsGetAddressesInTheWindowsOfTheirHostAndLinesByItsMap() throws DeviceException {
        WiredPciHost functions = new WiredPciHost().function(1 << 3, 0x11e8_1234).region(1 << 3, 0, 0, 0xfff0_0000).region(1 << 3, 1, 1, 0xffff_ff00)
                .region(1 << 3, 2, 0xc, 0xf000_0000).region(1 << 3, 3, 0, -1).region(1 << 3, 4, 0, 0xe000_0000).region(1 << 3, 5, 0, 0x8000_0000).word(1 << 3, 0x3c, 2 << 8)
                .function(2 << 3, 0x5555_1b36).function(3 << 3, 0x1111_1b36).region(3 << 3, 0, 0, 0xffff_f000).word(3 << 3, 0x3c, 1 << 8)
                .function(4 << 3, 0x000c_1b36).word(4 << 3, 0x0c, 1 << 16);
        host.answer(0x3000_0000, new ConfigurationWindow(functions));
        TreeWriter tree = tree().end().begin("pci@30000000").text("compatible", "pci-host-ecam-generic").text("device_type", "pci").cells("reg", 0, 0x3000_0000, 0, 0x10_0000)
                .cells("#address-cells", 3).cells("#size-cells", 2).cells("#interrupt-cells", 1).cells("interrupt-map-mask", 0x800, 0, 0, 7)
                .cells("interrupt-map", 0, 0, 0, 1, PLIC, 4, 0, 0, 0, 2, PLIC, 5, 0x800, 0, 0, 1, PLIC, 6, 0x800, 0, 0, 2, PLIC, 7)
                .cells("ranges", 0x100_0000, 0, 0, 0, 0x300_0000, 0, 0x1_0000, 0x200_0000, 0, 0x4000_0000, 1, 0x4000_0000, 0, 0x4000_0000,
                        0x300_0000, 4, 0, 4, 0, 1, 0);
        List<Device> found = scan(tree, "mmio", "port", "irq", "dma");
        assertThat(found).extracting(device -> device.identity().description()).containsExactly("pci 1234:11e8", "pci 1b36:1111");
        host.notes.clear();
        found.get(0).openRegisters(0);
        found.get(0).openRegisters(1);
        found.get(0).openRegisters(2);
        found.get(1).openRegisters(0);
        found.get(0).openInterrupt(0, () -> { }).close();
        found.get(1).openInterrupt(0, () -> { }).close();
        assertThat(host.notes).containsExactly("map 0x160000000 0x100000", "map 0x3002000 0x100", "map 0x400000000 0x10000000", "map 0x160100000 0x1000", "line 7", "line 6");
        assertThatThrownBy(() -> found.get(0).openRegisters(5)).isInstanceOf(DeviceException.class).hasMessage("device 0000:00:01.0 has no region 5: it was given no address");
        assertThat(log()).contains("its region 5 of 2147483648 bytes fits no window of the bus", "leads to bus 0, which no firmware has numbered");
        assertThatThrownBy(() -> found.get(0).openInterrupt(1, () -> { })).isInstanceOf(DeviceException.class).hasMessageContaining("has no interrupt 1; it has 1");
    }

    /** Bus 0 of a host as memory. */
    private record ConfigurationWindow(WiredPciHost functions) implements MemoryWindow {
        @Override
        public long length() {
            return 1 << 20;
        }

        @Override
        public long read(long offset, int bytes) {
            return functions.readConfiguration((int) (offset >> 12), (int) offset & 0xfff);
        }

        @Override
        public void write(long offset, int bytes, long value) {
            functions.writeConfiguration((int) (offset >> 12), (int) offset & 0xfff, (int) value);
        }
    }
}
