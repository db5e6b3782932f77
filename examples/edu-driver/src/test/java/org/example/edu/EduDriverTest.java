package org.example.edu;

import static org.asterism.test.OstdAssertions.assertThat;
import static org.asterism.test.OstdAssertions.assertThatCall;

import java.nio.charset.StandardCharsets;
import org.asterism.kernel.abi.Errno;
import org.asterism.ostd.bus.DeviceRegistry;
import org.asterism.ostd.host.TestMachine;
import org.asterism.ostd.host.pci.SimulatedEdu;
import org.asterism.ostd.spi.DriverOrigin;
import org.asterism.ostd.spi.Ostd;
import org.asterism.test.OstdTest;

/** The driver against a simulated device; against QEMU's in the project's boot tests. */
class EduDriverTest {
    private static final DriverOrigin GRANTED = DriverOrigin.of("org.example.edu", "mmio", "irq", "dma");

    private final EduDriver driver = new EduDriver();

    @OstdTest
    void factorialsComeByInterrupt(TestMachine machine) throws Exception {
        machine.plug(new SimulatedEdu());
        Ostd.machine().devices().addDriver(driver, GRANTED);
        assertThat(driver.device().factorial(10)).isEqualTo(3_628_800);
        assertThat(driver.device().factorial(0)).isEqualTo(1);
    }

    @OstdTest(schedules = 5)
    void bytesGoThroughTheDevicesMemory(TestMachine machine) throws Exception {
        machine.plug(new SimulatedEdu());
        Ostd.machine().devices().addDriver(driver, GRANTED);
        byte[] bytes = "through the device and back".getBytes(StandardCharsets.US_ASCII);
        assertThat(driver.device().echo(bytes)).isEqualTo(bytes);
        assertThat(machine).holdsNoLocks();
    }

    @OstdTest
    void withoutAGrantTheDeviceHasNoDriver(TestMachine machine) {
        machine.plug(new SimulatedEdu());
        Ostd.machine().devices().addDriver(driver, DriverOrigin.of("org.example.edu", "mmio", "irq"));
        assertThat(DeviceRegistry.devices().get(0).driver()).isEmpty();
        assertThat(machine).hasLogged("asks for dma");
        assertThatCall(driver::device).failsWith(Errno.ENXIO);
    }

    @OstdTest
    void itsMemoryGoesBackWithTheDriver(TestMachine machine) {
        int before = machine.framesInUse();
        machine.plug(new SimulatedEdu());
        Ostd.machine().devices().addDriver(driver, GRANTED);
        assertThat(machine.framesInUse()).isGreaterThan(before);
        Ostd.machine().devices().removeDriver(driver, GRANTED);
        assertThat(machine).hasFramesInUse(before);
    }
}
