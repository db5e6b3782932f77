package org.asterism.virtio;

import static org.asterism.test.OstdAssertions.assertThat;

import java.util.function.LongPredicate;
import org.asterism.ostd.bus.Device;
import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.bus.DriverInstance;
import org.asterism.ostd.host.TestMachine;
import org.asterism.ostd.host.virtio.VirtioFunction;
import org.asterism.ostd.host.virtio.VirtioModel;
import org.asterism.test.OstdTest;

/** How driver and device agree, or do not. */
class VirtioDeviceTest {
    private static final long FEATURE_A = 1;
    private static final long FEATURE_B = 1L << 40;

    private long agreed = -1;

    /** A source of entropy that offers features, and agrees to some. */
    private static final class Offering extends VirtioModel {
        private final LongPredicate agrees;
        private final boolean restless;
        private byte configuration;

        Offering(long features, LongPredicate agrees, boolean restless) {
            super(4, features, 8);
            this.agrees = agrees;
            this.restless = restless;
        }

        @Override
        protected boolean agrees(long wanted) {
            return agrees.test(wanted);
        }

        @Override
        protected byte[] configuration() {
            if (restless && agreedFeatures() != 0) {
                changeConfiguration();
            }
            return new byte[] {configuration++};
        }

        @Override
        protected void notified(int queue) {
        }
    }

    private DriverInstance open(Device device) throws DeviceException {
        VirtioDevice virtio = VirtioDevice.open(device, VirtioType.ENTROPY, () -> { });
        agreed = virtio.negotiate(FEATURE_A | FEATURE_B);
        virtio.readConfiguration(1);
        virtio.start();
        return virtio::stop;
    }

    private ProbingDriver drive(TestMachine machine, VirtioModel model) {
        return new ProbingDriver(VirtioType.ENTROPY, this::open).drive(machine, new VirtioFunction(model));
    }

    @OstdTest
    void bothAgreeOnWhatBothKnow(TestMachine machine) {
        drive(machine, new Offering(VirtioModel.VERSION_1 | FEATURE_B | 2, wanted -> wanted == (VirtioModel.VERSION_1 | FEATURE_B), false));
        assertThat(agreed).isEqualTo(FEATURE_B);
        assertThat(machine).hasLogged("is driven by org.example.any");
    }

    @OstdTest
    void aDeviceFromBeforeVersion1IsRefused(TestMachine machine) {
        assertThat(drive(machine, new Offering(FEATURE_A, wanted -> true, false)).refusals)
                .containsExactly("virtio device 0000:00:01.0 offers features 0x1 without VERSION_1 (bit 32): it is from before virtio 1.0");
    }

    @OstdTest
    void aDeviceThatDoesNotAgreeIsRefused(TestMachine machine) {
        assertThat(drive(machine, new Offering(VirtioModel.VERSION_1, wanted -> false, false)).refusals)
                .containsExactly("virtio device 0000:00:01.0 does not agree to features 0x100000000");
    }

    @OstdTest
    void aConfigurationThatAlwaysChangesIsRefused(TestMachine machine) {
        assertThat(drive(machine, new Offering(VirtioModel.VERSION_1, wanted -> true, true)).refusals)
                .containsExactly("virtio device 0000:00:01.0 changed its configuration during each of 100 readings");
    }

    @OstdTest
    void aConfigurationThatIsTooShortIsRefused(TestMachine machine) {
        ProbingDriver driver = new ProbingDriver(VirtioType.ENTROPY, device -> {
            VirtioDevice virtio = VirtioDevice.open(device, VirtioType.ENTROPY, () -> { });
            virtio.negotiate(0);
            virtio.readConfiguration(2);
            return () -> { };
        });
        driver.drive(machine, new VirtioFunction(new Offering(VirtioModel.VERSION_1, wanted -> true, false)));
        assertThat(driver.refusals).containsExactly("virtio device 0000:00:01.0 has 1 bytes of configuration where its type has 2");
    }

    @OstdTest
    void anotherTypeIsRefused(TestMachine machine) {
        ProbingDriver driver = new ProbingDriver(VirtioType.ENTROPY, device -> {
            VirtioDevice.open(device, VirtioType.BLOCK, () -> { });
            return () -> { };
        });
        driver.drive(machine, new VirtioFunction(new Offering(VirtioModel.VERSION_1, wanted -> true, false)));
        assertThat(driver.refusals).containsExactly("device 0000:00:01.0 is virtio device 4, not 2 (BLOCK)");
    }

    @OstdTest
    void messagesThatAreMissingAreNamed(TestMachine machine) {
        ProbingDriver driver = new ProbingDriver(VirtioType.ENTROPY, device -> {
            VirtioDevice virtio = VirtioDevice.open(device, VirtioType.ENTROPY, () -> { });
            virtio.negotiate(0);
            virtio.openQueue(0, 8, () -> { });
            return () -> { };
        });
        driver.drive(machine, new VirtioFunction(new Offering(VirtioModel.VERSION_1, wanted -> true, false), 1));
        assertThat(driver.refusals).containsExactly("device 0000:00:01.0 has 1 messages; its driver needs number 1");
    }
}
