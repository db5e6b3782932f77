package ${package};

import static org.asterism.test.OstdAssertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.asterism.ostd.bus.DeviceRegistry;
import org.asterism.ostd.spi.DriverOrigin;
import org.asterism.test.OstdTest;

class PciDriverTest {
    private static final DriverOrigin GRANTED = DriverOrigin.of("${package}", "mmio");

    private static String state(PciDriver driver) {
        return new String(driver.content(), StandardCharsets.US_ASCII);
    }

    @OstdTest
    void takesADeviceThatIsAlive(PciDriver driver) {
        DeviceRegistry registry = new DeviceRegistry();
        registry.addDriver(driver, GRANTED);
        registry.addDevice(new SimulatedDevice(false));
        assertThat(state(driver)).isEqualTo("alive at 0000:00:04.0\n");

        registry.removeDriver(driver, GRANTED);
        assertThat(state(driver)).isEqualTo("no device\n");
    }

    @OstdTest
    void leavesADeviceThatDoesNotAnswer(PciDriver driver) {
        DeviceRegistry registry = new DeviceRegistry();
        registry.addDriver(driver, GRANTED);
        registry.addDevice(new SimulatedDevice(true));
        assertThat(state(driver)).isEqualTo("no device\n");
    }

    @OstdTest
    void takesNothingWithoutTheGrant(PciDriver driver) {
        DeviceRegistry registry = new DeviceRegistry();
        registry.addDriver(driver, DriverOrigin.of("${package}"));
        registry.addDevice(new SimulatedDevice(false));
        assertThat(state(driver)).isEqualTo("no device\n");
    }
}
