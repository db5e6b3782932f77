package org.asterism.ostd.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.asterism.ostd.bus.Device;
import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.bus.DeviceIdentity;
import org.asterism.ostd.bus.DeviceRegistry;
import org.asterism.ostd.bus.Driver;
import org.asterism.ostd.bus.DriverInstance;
import org.asterism.ostd.bus.RequestQueue;
import org.asterism.ostd.io.DmaCoherent;
import org.asterism.ostd.io.IoMem;
import org.asterism.ostd.irq.IrqLine;
import org.asterism.ostd.spi.DriverOrigin;
import org.asterism.ostd.spi.Ostd;
import org.asterism.ostd.sync.Mutex;
import org.asterism.ostd.sync.WaitQueue;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.task.TaskOptions;
import org.asterism.ostd.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What drivers get of devices, and what is left of them when they go. */
class DeviceRegistryTest {
    private static final DriverOrigin TRUSTED = DriverOrigin.of("org.example.trusted", "mmio", "port", "irq", "dma");

    private final TestMachine machine = TestMachine.builder().build();
    private final DeviceRegistry registry = Ostd.machine().devices();
    private final RegisterDevice hardware = new RegisterDevice("a");

    @AfterEach
    void endMachine() {
        machine.close();
    }

    /** Takes every device; what happens in its probe, and at its end, a test says. */
    private record Taker(Probe probe, Runnable quiesced) implements Driver {
        interface Probe {
            void run(Device device) throws DeviceException;
        }

        @Override
        public boolean match(DeviceIdentity identity) {
            return identity.description().equals("test,registers");
        }

        @Override
        public DriverInstance probe(Device device) throws DeviceException {
            probe.run(device);
            return quiesced::run;
        }
    }

    private Device take(DriverOrigin origin) {
        AtomicReference<Device> taken = new AtomicReference<>();
        registry.addDevice(hardware);
        registry.addDriver(new Taker(taken::set, () -> { }), origin);
        return taken.get();
    }

    @Test
    void nothingIsHandedOutWithoutItsGrant() throws DeviceException {
        Device device = take(DriverOrigin.of("org.example.poor", "mmio"));
        assertThat(device.openRegisters(0).length()).isEqualTo(16);
        assertThatThrownBy(() -> device.openRegisters(1)).isInstanceOf(DeviceException.class).hasMessage("org.example.poor asks for port of device a,"
                + " which it is not granted; declare it by @RequiresGrant(\"port\"), and write -ostd-grant: org.example.poor;grant=\"mmio,port\"");
        assertThatThrownBy(() -> device.openInterrupt(0, () -> { })).isInstanceOf(DeviceException.class).hasMessageContaining("asks for irq of device a");
        assertThatThrownBy(() -> device.allocateDma(1)).isInstanceOf(DeviceException.class)
                .hasMessageContaining("write -ostd-grant: org.example.poor;grant=\"mmio,dma\"");
        assertThat(hardware.notes).doesNotContain("master true");
    }

    @Test
    void aDriverWhoseProbeIsRefusedLeavesTheDeviceToTheNext() {
        registry.addDevice(hardware);
        registry.addDriver(new Taker(device -> device.allocateDma(1), () -> { }), DriverOrigin.of("org.example.poor"));
        assertThat(DeviceRegistry.devices()).singleElement().satisfies(view -> assertThat(view.driver()).isEmpty());
        assertThat(machine.log()).anyMatch(line -> line.contains("device a (test,registers) is not driven by org.example.poor: org.example.poor asks for dma"));
        registry.addDriver(new Taker(device -> { }, () -> { }), TRUSTED);
        assertThat(DeviceRegistry.devices()).singleElement().satisfies(view -> assertThat(view.driver()).isEqualTo("org.example.trusted"));
    }

    /** What it has locked is released, what the registry has is not. */
    @Test
    void aProbeThatFailsLeavesTheDeviceToTheNext() {
        Mutex left = new Mutex();
        registry.addDevice(hardware);
        registry.addDriver(new Taker(device -> {
            left.lock();
            throw new IllegalStateException("a bug");
        }, () -> { }), DriverOrigin.of("org.example.faulty"));
        assertThat(machine.log()).anyMatch(line -> line.contains("left locked, released now: mutex") && !line.contains("mutex, mutex"));
        left.lock().close();
        registry.addDriver(new Taker(device -> { }, () -> { }), TRUSTED);
        assertThat(DeviceRegistry.devices()).singleElement().satisfies(view -> assertThat(view.driver()).isEqualTo("org.example.trusted"));
    }

    /** Errors are bugs as much as exceptions are, and so is a refusal that cannot be told. */
    @Test
    void aDriverThatFailsInWhateverWayLeavesTheDeviceToTheNext() {
        registry.addDevice(hardware);
        registry.addDriver(new Driver() {
            @Override
            public boolean match(DeviceIdentity identity) {
                throw new AssertionError("no match");
            }

            @Override
            public DriverInstance probe(Device device) {
                return () -> { };
            }
        }, DriverOrigin.of("org.example.faulty"));
        registry.addDriver(new Taker(device -> {
            throw new StackOverflowError();
        }, () -> { }), DriverOrigin.of("org.example.deep"));
        registry.addDriver(new Taker(device -> {
            throw new DeviceException("") {
                private static final long serialVersionUID = 1L;

                @Override
                public String getMessage() {
                    throw new IllegalStateException("no words");
                }
            };
        }, () -> { }), DriverOrigin.of("org.example.mute"));
        registry.addDriver(new Taker(device -> { }, () -> { }), TRUSTED);
        assertThat(DeviceRegistry.devices()).singleElement().satisfies(view -> assertThat(view.driver()).isEqualTo("org.example.trusted"));
        assertThat(machine.log()).anyMatch(line -> line.contains("java.lang.AssertionError: no match")).anyMatch(line -> line.contains("java.lang.StackOverflowError"))
                .anyMatch(line -> line.contains("java.lang.IllegalStateException: no words"));
    }

    @Test
    void registersAreCheckedForBoundsAndAlignment() throws DeviceException {
        IoMem registers = take(TRUSTED).openRegisters(0);
        registers.write32(4, 0x8765_4321);
        assertThat(registers.read8(4)).isEqualTo(0x21);
        assertThat(registers.read16(6)).isEqualTo(0x8765);
        assertThat(registers.read64(0)).isEqualTo(0x8765_4321_0000_0000L);
        registers.write8(15, 0x1ff);
        assertThat(registers.read32(12)).isEqualTo(0xff00_0000);
        assertThatThrownBy(() -> registers.read32(16)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> registers.write64(-8, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> registers.read64(Long.MAX_VALUE - 7)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> registers.read32(6)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("offset 0x6 is no multiple of the 4 bytes");
    }

    @Test
    void aHandlerRunsInATaskOfItsOwnAndMaySleep() throws DeviceException {
        Device device = take(TRUSTED);
        List<String> seen = new ArrayList<>();
        IrqLine line = device.openInterrupt(0, () -> {
            Task.parkUntil(Clock.monotonicNanos() + 1000);
            seen.add(Task.current().name());
        });
        hardware.sink.raise();
        assertThat(seen).isEmpty();
        machine.settle();
        machine.advance(2000);
        hardware.sink.raise();
        machine.settle();
        machine.advance(2000);
        assertThat(seen).containsExactly("irq a#0", "irq a#0");
        assertThat(line.count()).isEqualTo(2);
        assertThat(hardware.notes).containsExactly("rearm", "rearm");
        line.close();
        assertThat(hardware.sink).isNull();
    }

    @Test
    void closedDmaMemoryStaysWithTheDeviceUntilThatWasReset() throws DeviceException {
        Taker driver = new Taker(device -> {
            DmaCoherent first = device.allocateDma(100);
            first.write32(0, 77);
            first.close();
            assertThatThrownBy(() -> first.read32(0)).isInstanceOf(IllegalStateException.class);
            DmaCoherent again = device.allocateDma(4096);
            assertThat(again.deviceAddress()).isEqualTo(first.deviceAddress());
            assertThat(again.read32(0)).isZero();
            assertThat(device.allocateDma(4096).deviceAddress()).isEqualTo(0x2000);
        }, () -> hardware.notes.add("quiesced"));
        registry.addDevice(hardware);
        registry.addDriver(driver, TRUSTED);
        registry.removeDriver(driver, TRUSTED);
        assertThat(hardware.notes).containsExactly("master true", "master true", "master true", "quiesced", "master false", "reset", "free 0x1000", "free 0x2000");
    }

    @Test
    void memoryThatADeviceMayStillKnowGoesToItsNextDriverAndToNobodyElse() {
        List<Long> addresses = new ArrayList<>();
        Taker driver = new Taker(device -> addresses.add(device.allocateDma(4096).deviceAddress()), () -> { });
        hardware.forgets = false;
        registry.addDevice(hardware);
        registry.addDriver(driver, TRUSTED);
        registry.removeDriver(driver, TRUSTED);
        registry.addDriver(driver, TRUSTED);
        assertThat(addresses).containsExactly(0x1000L, 0x1000L);
        assertThat(hardware.notes).noneMatch(note -> note.startsWith("free"));
    }

    @Test
    void whatADriverHadOpenedEndsWithIt() throws DeviceException {
        List<AutoCloseable> opened = new ArrayList<>();
        AtomicReference<Device> taken = new AtomicReference<>();
        Taker driver = new Taker(device -> {
            taken.set(device);
            opened.add(device.openRegisters(0));
            opened.add(device.openInterrupt(0, () -> { }));
            opened.add(device.allocateDma(1));
        }, () -> { });
        registry.addDevice(hardware);
        registry.addDriver(driver, TRUSTED);
        registry.removeDriver(driver, TRUSTED);
        assertThatThrownBy(() -> ((IoMem) opened.get(0)).write8(0, 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ((DmaCoherent) opened.get(2)).read8(0)).isInstanceOf(IllegalStateException.class);
        assertThat(hardware.sink).isNull();
        assertThatThrownBy(() -> taken.get().openRegisters(0)).isInstanceOf(IllegalStateException.class).hasMessage("device a was taken back from org.example.trusted");
    }

    @Test
    void requestsInFlightGoToTheNextDriverInTheirOrder() {
        List<String> done = new ArrayList<>();
        AtomicReference<RequestQueue<String>> queue = new AtomicReference<>();
        // takes two requests, finishes none
        Taker first = new Taker(device -> {
            queue.set(device.requests(String.class));
            TaskOptions.of(() -> {
                queue.get().take();
                queue.get().take();
                assertThat(queue.get().take()).isNull();
            }).spawn();
        }, () -> { });
        Taker second = new Taker(device -> TaskOptions.of(() -> {
            for (String request = device.requests(String.class).take(); request != null; request = device.requests(String.class).take()) {
                if (device.requests(String.class).finish(request)) {
                    done.add(request);
                }
            }
        }).spawn(), () -> { });
        registry.addDevice(hardware);
        registry.addDriver(first, TRUSTED);
        queue.get().submit("1");
        queue.get().submit("2");
        machine.advance(1);
        assertThat(queue.get().inFlight()).isEqualTo(2);
        queue.get().submit("3");
        registry.removeDriver(first, TRUSTED);
        queue.get().submit("4");
        machine.advance(1);
        assertThat(done).isEmpty();
        assertThat(queue.get().finish("1")).isFalse();
        registry.addDriver(second, TRUSTED);
        machine.advance(1);
        assertThat(done).containsExactly("1", "2", "3", "4");
        registry.removeDriver(second, TRUSTED);
        machine.advance(1);
    }

    @Test
    void aDriverThatNeverComesToRestLosesItsDevice() {
        WaitQueue never = new WaitQueue();
        AtomicReference<IoMem> registers = new AtomicReference<>();
        Taker stuck = new Taker(device -> registers.set(device.openRegisters(0)), () -> {
            never.await(() -> hardware.notes.contains("taken by the next"));
            registers.get().write8(0, 1);
        });
        registry.addDevice(hardware);
        registry.addDriver(stuck, TRUSTED);
        registry.addDriver(new Taker(device -> hardware.notes.add("taken by the next"), () -> { }), TRUSTED);

        registry.removeDriver(stuck, TRUSTED);

        assertThat(hardware.notes).endsWith("taken by the next");
        assertThat(machine.log()).anyMatch(line -> line.contains("org.example.trusted has not come to rest after 10 seconds; device a (test,registers) is taken back"));
        never.wakeAll();
        machine.settle();
        assertThat(machine.log()).anyMatch(line -> line.contains("a driver that was to let go of a") && line.contains("IllegalStateException"));
    }

    @Test
    void aProbeThatTakesLongIsNamedWhileItDoes() {
        String line = "org.example.trusted has been probing device a (test,registers) for 10 seconds; until it returns no other device or driver comes or goes";
        WaitQueue ready = new WaitQueue();
        Taker slow = new Taker(device -> ready.await(() -> hardware.notes.contains("ready"), null, Clock.monotonicNanos() + 9_000_000_000L), () -> { });
        Taker slower = new Taker(device -> ready.await(() -> hardware.notes.contains("ready")), () -> { });
        registry.addDevice(hardware);
        registry.addDriver(slow, TRUSTED);
        registry.removeDriver(slow, TRUSTED);
        machine.advance(20_000_000_000L);
        assertThat(machine.log()).noneMatch(each -> each.contains("has been probing"));

        TaskOptions.of(() -> registry.addDriver(slower, TRUSTED)).name("slower").spawn();
        machine.settle();
        machine.advance(11_000_000_000L);
        assertThat(machine.log()).anyMatch(each -> each.contains(line));
        hardware.notes.add("ready");
        ready.wakeAll();
        machine.settle();
        assertThat(DeviceRegistry.devices()).singleElement().satisfies(view -> assertThat(view.driver()).isEqualTo("org.example.trusted"));
    }
}
