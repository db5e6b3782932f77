package ${package};

import static org.asterism.test.OstdAssertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.asterism.ostd.host.TestMachine;
import org.asterism.ostd.spi.DriverOrigin;
import org.asterism.ostd.spi.Ostd;
import org.asterism.test.OstdTest;

class PciDriverTest {
    private static final DriverOrigin GRANTED = DriverOrigin.of("${package}", "mmio");

    private static String state(PciDriver driver) {
        return new String(driver.content(), StandardCharsets.US_ASCII);
    }

    @OstdTest
    void takesADeviceThatIsAlive(PciDriver driver, TestMachine machine) {
        Ostd.machine().devices().addDriver(driver, GRANTED);
        machine.plug(new SimulatedDevice(false));
        assertThat(state(driver)).isEqualTo("alive at 0000:00:01.0\n");

        Ostd.machine().devices().removeDriver(driver, GRANTED);
        assertThat(state(driver)).isEqualTo("no device\n");
    }

    @OstdTest
    void leavesADeviceThatDoesNotAnswer(PciDriver driver, TestMachine machine) {
        Ostd.machine().devices().addDriver(driver, GRANTED);
        machine.plug(new SimulatedDevice(true));
        assertThat(state(driver)).isEqualTo("no device\n");
    }

    @OstdTest
    void takesNothingWithoutTheGrant(PciDriver driver, TestMachine machine) {
        Ostd.machine().devices().addDriver(driver, DriverOrigin.of("${package}"));
        machine.plug(new SimulatedDevice(false));
        assertThat(state(driver)).isEqualTo("no device\n");
    }
}
