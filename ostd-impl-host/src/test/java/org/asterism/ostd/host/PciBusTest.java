package org.asterism.ostd.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.asterism.ostd.bus.Device;
import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.bus.DeviceIdentity;
import org.asterism.ostd.bus.DeviceRegistry;
import org.asterism.ostd.bus.Driver;
import org.asterism.ostd.bus.DriverInstance;
import org.asterism.ostd.io.IoMem;
import org.asterism.ostd.irq.IrqLine;
import org.asterism.ostd.pci.PciBus;
import org.asterism.ostd.spi.DriverOrigin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How functions are found, and what is read and written of their configuration when a driver opens regions and interrupts. */
class PciBusTest {
    private static final int COMMAND = 0x04;
    private static final int CAPABILITIES = 1 << 20;
    private static final int SLOT_1 = 1 << 3;

    private final TestMachine machine = TestMachine.builder().build();
    private final DeviceRegistry registry = new DeviceRegistry();
    private final WiredPciHost host = new WiredPciHost();
    private final List<Device> devices = new ArrayList<>();

    @AfterEach
    void endMachine() {
        machine.close();
    }

    private List<Device> scan(String... grants) {
        registry.addDriver(new Driver() {
            @Override
            public boolean match(DeviceIdentity identity) {
                return true;
            }

            @Override
            public DriverInstance probe(Device device) {
                devices.add(device);
                return () -> { };
            }
        }, DriverOrigin.of("org.example.any", grants));
        new PciBus(host).scan(registry);
        return devices;
    }

    @Test
    void functionsAreFoundBehindBridgesAndBridgesThatLeadBackAreNotFollowed() {
        host.function(0, 0x1111_8086).function(SLOT_1, 0x2222_8086).word(SLOT_1, 0x0c, 1 << 16 | 1 << 23).word(SLOT_1, 0x18, 2 << 8)
                .function(SLOT_1 + 3, 0x3333_8086).word(SLOT_1 + 3, 0x0c, 1 << 16)
                .function(2 << 8 | 5 << 3, 0x4444_1af4).word(2 << 8 | 5 << 3, 0x08, 0x020000_01).word(2 << 8 | 5 << 3, 0x2c, 0x0001_1af4);
        assertThat(scan()).extracting(device -> device.identity().toString()).containsExactly(
                "PciIdentity[location=0000:00:00.0, vendor=32902, device=4369, deviceClass=0, revision=0, subsystemVendor=0, subsystem=0]",
                "PciIdentity[location=0000:02:05.0, vendor=6900, device=17476, deviceClass=131072, revision=1, subsystemVendor=6900, subsystem=1]");
    }

    @Test
    void regionsAreMeasuredAndAnsweredOnlyOnceOpened() throws DeviceException {
        host.function(SLOT_1, 0x1111_8086).region(SLOT_1, 0, 0xfe00_0000, 0xfff0_0000).region(SLOT_1, 1, 0xc001, 0xffe0)
                .region(SLOT_1, 2, 0x0000_000c, 0xffff_c000).region(SLOT_1, 3, 0x8, -1).region(SLOT_1, 4, 0, 0xffff_f000);
        Device device = scan("mmio", "port").get(0);
        assertThat(device.openRegisters(0).length()).isEqualTo(1 << 20);
        assertThat(host.readConfiguration(SLOT_1, COMMAND)).isEqualTo(2);
        assertThat(device.openRegisters(1).length()).isEqualTo(32);
        assertThat(device.openRegisters(2).length()).isEqualTo(16 << 10);
        device.openRegisters(0);
        assertThat(host.notes).containsExactly("map 0xfe000000 0x100000", "ports 0xc000 0x20", "map 0x800000000 0x4000");
        assertThat(host.readConfiguration(SLOT_1, COMMAND)).isEqualTo(3);
        assertThat(host.readConfiguration(SLOT_1, 0x10)).isEqualTo(0xfe00_0000);
        assertThatThrownBy(() -> device.openRegisters(3)).isInstanceOf(DeviceException.class).hasMessageContaining("one with 64 bits has the lower");
        assertThatThrownBy(() -> device.openRegisters(4)).isInstanceOf(DeviceException.class).hasMessageContaining("it was given no address");
        assertThatThrownBy(() -> device.openRegisters(5)).isInstanceOf(DeviceException.class).hasMessage("device 0000:00:01.0 has no region 5");
        assertThatThrownBy(() -> device.openRegisters(6)).isInstanceOf(DeviceException.class);
    }

    @Test
    void oneMessageIsProgrammedAndLetsTheFunctionMasterTheBus() throws DeviceException {
        host.function(SLOT_1, 0x1111_8086).word(SLOT_1, COMMAND, CAPABILITIES).word(SLOT_1, 0x34, 0x40).word(SLOT_1, 0x40, 1 << 23 | 0x05);
        Device device = scan("irq", "dma").get(0);
        IrqLine line = device.openInterrupt(0, () -> { });
        assertThat(host.readConfiguration(SLOT_1, 0x44)).isEqualTo(0xfee0_0000);
        assertThat(host.readConfiguration(SLOT_1, 0x48)).isEqualTo(1);
        assertThat(host.readConfiguration(SLOT_1, 0x4c)).isEqualTo(0x51);
        assertThat(host.readConfiguration(SLOT_1, 0x40)).isEqualTo(1 << 23 | 1 << 16 | 0x05);
        assertThat(host.readConfiguration(SLOT_1, COMMAND) & 0xffff).isEqualTo(1 << 10 | 1 << 2);
        line.close();
        assertThat(host.readConfiguration(SLOT_1, 0x40)).isEqualTo(1 << 23 | 0x05);
        assertThat(host.notes).containsExactly("close message");
    }

    @Test
    void theTableOfMessagesIsCutOutOfItsRegion() throws DeviceException {
        host.function(SLOT_1, 0x1111_8086).region(SLOT_1, 0, 0xfe00_0000, 0xffff_f000).word(SLOT_1, COMMAND, CAPABILITIES).word(SLOT_1, 0x34, 0x40)
                .word(SLOT_1, 0x40, 2 << 16 | 0x11).word(SLOT_1, 0x44, 0x800);
        Device device = scan("mmio", "irq", "dma").get(0);
        IoMem registers = device.openRegisters(0);
        assertThat(device.interruptCount()).isEqualTo(3);
        registers.write32(0x7fc, 1);
        registers.write32(0x830, 1);
        assertThatThrownBy(() -> registers.read32(0x800)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> registers.write8(0x82f, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> registers.write64(0x828, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        device.openInterrupt(2, () -> { }).close();
        assertThat(host.readConfiguration(SLOT_1, 0x40)).isEqualTo(1 << 31 | 2 << 16 | 0x11);
        assertThatThrownBy(() -> device.openInterrupt(3, () -> { })).isInstanceOf(DeviceException.class).hasMessageContaining("has no interrupt 3; it has 3");
    }

    @Test
    void withoutTheGrantOfDmaAFunctionHasItsLineOnly() throws DeviceException {
        host.function(SLOT_1, 0x1111_8086).word(SLOT_1, COMMAND, CAPABILITIES).word(SLOT_1, 0x34, 0x40).word(SLOT_1, 0x40, 2 << 16 | 0x11)
                .word(SLOT_1, 0x3c, 1 << 8);
        Device device = scan("irq").get(0);
        assertThat(device.interruptCount()).isEqualTo(1);
        device.openInterrupt(0, () -> { });
        assertThat(host.notes).contains("line 11");
        assertThat(host.readConfiguration(SLOT_1, COMMAND) & 1 << 2).isZero();
        assertThatThrownBy(() -> device.openInterrupt(1, () -> { })).isInstanceOf(DeviceException.class)
                .hasMessageContaining("it has 1, and with the grant of dma 3");
    }

    @Test
    void aSharedLineComesAgainOnceAllHaveLooked() throws DeviceException {
        host.function(SLOT_1, 0x1111_8086).word(SLOT_1, 0x3c, 2 << 8).function(2 * SLOT_1, 0x2222_8086).word(2 * SLOT_1, 0x3c, 2 << 8);
        List<String> seen = new ArrayList<>();
        scan("irq");
        devices.get(0).openInterrupt(0, () -> seen.add("first"));
        IrqLine second = devices.get(1).openInterrupt(0, () -> seen.add("second " + host.notes.contains("rearm line")));
        host.notes.clear();
        host.sink.raise();
        machine.settle();
        assertThat(seen).containsExactly("first", "second false");
        assertThat(host.notes).containsExactly("rearm line");
        second.close();
        host.notes.clear();
        host.sink.raise();
        machine.settle();
        assertThat(seen).hasSize(3);
        assertThat(host.notes).containsExactly("rearm line");
    }
}
