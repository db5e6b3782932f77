package org.asterism.ostd.host.pci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.asterism.ostd.bus.Device;
import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.bus.Driver;
import org.asterism.ostd.host.CollectingDriver;
import org.asterism.ostd.host.TestMachine;
import org.asterism.ostd.io.DmaCoherent;
import org.asterism.ostd.io.IoMem;
import org.asterism.ostd.spi.DriverOrigin;
import org.asterism.ostd.spi.Ostd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Functions in software behave as hardware does, seen by a driver through OSTD's own walk over the bus. */
class SimulatedFunctionTest {
    private static final DriverOrigin ORIGIN = DriverOrigin.of("org.example.any", "mmio", "port", "irq", "dma");

    private final TestMachine machine = TestMachine.builder().build();
    private final List<Device> devices = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();
    private final Driver driver = new CollectingDriver(devices);

    @AfterEach
    void endMachine() {
        machine.close();
    }

    private WordFunction plug(int messages) {
        WordFunction function = new WordFunction(messages);
        machine.plug(function);
        return function;
    }

    private Device driven(int index) {
        if (devices.isEmpty()) {
            Ostd.machine().devices().addDriver(driver, ORIGIN);
        }
        return devices.get(index);
    }

    @Test
    void eachFunctionIsFoundOnce() {
        plug(0);
        plug(0);
        driven(0);
        plug(0);
        assertThat(devices).extracting(device -> device.identity().toString()).containsExactly(
                "PciIdentity[location=0000:00:01.0, vendor=4660, device=22136, deviceClass=131072, revision=3, subsystemVendor=6900, subsystem=7]",
                "PciIdentity[location=0000:00:02.0, vendor=4660, device=22136, deviceClass=131072, revision=3, subsystemVendor=6900, subsystem=7]",
                "PciIdentity[location=0000:00:03.0, vendor=4660, device=22136, deviceClass=131072, revision=3, subsystemVendor=6900, subsystem=7]");
    }

    @Test
    void regionsOfEachKindAnswer() throws DeviceException {
        WordFunction function = plug(0);
        Device device = driven(0);
        IoMem wide = device.openRegisters(2);
        assertThat(wide.length()).isEqualTo(1 << 16);
        wide.write32(0x100, 7);
        assertThat(function.wide.words[0x40]).isEqualTo(7);
        device.openRegisters(0).write32(8, -2);
        assertThat(function.registers.words[2]).isEqualTo(-2);
        assertThat(device.openRegisters(0).read16(8)).isEqualTo(0xfffe);
        IoMem ports = device.openRegisters(4);
        assertThat(ports.length()).isEqualTo(32);
        ports.write32(4, 9);
        assertThat(function.ports.words[1]).isEqualTo(9);
        assertThatThrownBy(() -> device.openRegisters(3)).isInstanceOf(DeviceException.class);
        assertThatThrownBy(() -> device.openRegisters(1)).isInstanceOf(DeviceException.class);
    }

    @Test
    void capabilitiesAreChained() {
        plug(2);
        Device device = driven(0);
        int first = device.readConfiguration(0x34);
        assertThat(device.readConfiguration(first)).isEqualTo(0x7708_0009 | first + 8 << 8);
        assertThat(device.readConfiguration(first + 4)).isEqualTo(0x0403_0201);
        assertThat(device.readConfiguration(first + 8) & 0xff).isEqualTo(0x11);
        assertThat(device.readConfiguration(256)).isEqualTo(-1);
    }

    @Test
    void messagesComeOnceTheirEntryIsUnmasked() throws DeviceException {
        WordFunction function = plug(3);
        Device device = driven(0);
        assertThat(device.interruptCount()).isEqualTo(3);
        device.openInterrupt(0, () -> seen.add("first"));
        function.come(2);
        function.come(0);
        machine.settle();
        assertThat(seen).containsExactly("first");
        device.openInterrupt(2, () -> seen.add("third"));
        machine.settle();
        assertThat(seen).containsExactly("first", "third");
    }

    @Test
    void aLineStaysUpUntilTheFunctionIsContent() throws DeviceException {
        WordFunction one = plug(0);
        WordFunction other = plug(0);
        driven(0).openInterrupt(0, () -> {
            seen.add("one");
            one.lineUp = seen.size() < 3;
        });
        driven(1).openInterrupt(0, () -> seen.add("other"));
        other.come(0);
        machine.settle();
        assertThat(seen).as("its line is down").isEmpty();
        one.lineUp = true;
        one.come(0);
        machine.settle();
        assertThat(seen).containsExactly("one", "one", "one");
    }

    @Test
    void memoryIsReachedByMastersOfTheBusOnly() throws DeviceException {
        WordFunction function = plug(0);
        Device device = driven(0);
        assertThat(function.store(4096, new byte[8])).isFalse();
        DmaCoherent memory = device.allocateDma(4096);
        assertThat(function.store(memory.deviceAddress() + 8, new byte[] {1, 2})).isTrue();
        assertThat(memory.read16(8)).isEqualTo(0x0201);
        assertThat(function.store(Long.MAX_VALUE, new byte[8])).isFalse();
        assertThat(function.store(-8, new byte[8])).isFalse();
    }

    @Test
    void aResetFunctionHasForgottenEverythingButItsPlace() throws DeviceException {
        int before = machine.framesInUse();
        WordFunction function = plug(2);
        Device device = driven(0);
        IoMem registers = device.openRegisters(0);
        device.allocateDma(8192);
        device.openInterrupt(1, () -> seen.add("second"));
        Ostd.machine().devices().removeDriver(driver, ORIGIN);
        assertThat(function.resets).isEqualTo(1);
        assertThat(machine.framesInUse()).isEqualTo(before);
        assertThatThrownBy(() -> registers.read32(0)).isInstanceOf(IllegalStateException.class);
        function.come(1);
        machine.settle();
        assertThat(seen).isEmpty();
        Ostd.machine().devices().addDriver(driver, ORIGIN);
        devices.get(1).openRegisters(0).write32(0, 5);
        assertThat(function.registers.words[0]).isEqualTo(5);
    }
}
