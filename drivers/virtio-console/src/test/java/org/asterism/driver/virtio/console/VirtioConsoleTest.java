package org.asterism.driver.virtio.console;

import static org.asterism.test.OstdAssertions.assertThat;
import static org.asterism.test.OstdAssertions.assertThatCall;

import java.nio.charset.StandardCharsets;
import org.asterism.kernel.abi.Errno;
import org.asterism.ostd.host.TestMachine;
import org.asterism.ostd.host.virtio.VirtioConsoleModel;
import org.asterism.ostd.host.virtio.VirtioFunction;
import org.asterism.ostd.spi.DriverOrigin;
import org.asterism.ostd.spi.Ostd;
import org.asterism.test.OstdTest;
import org.junit.jupiter.api.BeforeEach;

class VirtioConsoleTest {
    private static final DriverOrigin GRANTED = DriverOrigin.of("org.asterism.virtio.console", "mmio", "irq", "dma");

    private final VirtioConsoleDriver driver = new VirtioConsoleDriver();
    private VirtioConsoleModel model;
    private int framesBefore;

    @BeforeEach
    void plugIn(TestMachine machine) {
        framesBefore = machine.framesInUse();
        model = new VirtioConsoleModel();
        machine.plug(new VirtioFunction(model));
        Ostd.machine().devices().addDriver(driver, GRANTED);
    }

    private String take(int count) throws Exception {
        byte[] bytes = new byte[count];
        return new String(bytes, 0, driver.console().take(bytes, count), StandardCharsets.US_ASCII);
    }

    private int send(String text) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return driver.console().send(bytes, bytes.length);
    }

    @OstdTest
    void whatIsTypedIsReadInAnyPieces(TestMachine machine) throws Exception {
        assertThat(driver.console().isReadable()).isFalse();
        model.type("hello, ".getBytes(StandardCharsets.US_ASCII));
        model.type("world".getBytes(StandardCharsets.US_ASCII));
        machine.settle();
        assertThat(driver.console().isReadable()).isTrue();
        assertThat(take(3)).isEqualTo("hel");
        assertThat(take(100)).isEqualTo("lo, world");
        assertThat(take(100)).isEmpty();
        assertThat(machine).holdsNoLocks().hasLoggedNoErrors();
    }

    @OstdTest
    void moreThanItsMemoryWaitsInTheDevice(TestMachine machine) throws Exception {
        model.type("x".repeat(10_000).getBytes(StandardCharsets.US_ASCII));
        int count = 0;
        for (int i = 0; i < 100; i++) {
            machine.settle();
            count += take(1000).length();
        }
        assertThat(count).isEqualTo(10_000);
    }

    @OstdTest
    void whatIsWrittenComesOut(TestMachine machine) throws Exception {
        assertThat(send("one ")).isEqualTo(4);
        machine.settle();
        assertThat(driver.console().isWritable()).isTrue();
        assertThat(send("two" + "!".repeat(5000))).isEqualTo(4096);
        machine.settle();
        assertThat(new String(model.output(), StandardCharsets.US_ASCII)).startsWith("one two!!!").hasSize(4100);
    }

    @OstdTest
    void aConsoleThatIsTakenAwayIsGone(TestMachine machine) throws Exception {
        VirtioConsole console = driver.console();
        Ostd.machine().devices().removeDriver(driver, GRANTED);
        machine.settle();
        assertThat(console.isGone()).isTrue();
        assertThat(console.take(new byte[1], 1)).isZero();
        assertThat(console.send(new byte[1], 1)).isZero();
        assertThatCall(driver::console).failsWith(Errno.ENXIO);
        assertThat(machine).hasFramesInUse(framesBefore).holdsNoLocks();
    }
}
