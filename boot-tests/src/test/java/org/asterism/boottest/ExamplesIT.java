package org.asterism.boottest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.asterism.boottest.guest.Checkout;
import org.asterism.boottest.guest.Launch;
import org.junit.jupiter.api.Test;

/** The kernels of {@code examples/} do what their descriptions say. */
class ExamplesIT {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int MOST_LINES_OF_HELLO_KERNEL = 100;

    private static Launch run(String descriptor, String... options) throws IOException, InterruptedException {
        List<String> arguments = Stream.concat(Stream.of("run", "--kernel", "examples/" + descriptor), Stream.of(options)).toList();
        Launch launch = Launch.of(PATIENCE, arguments);
        assertThat(launch.exit()).as(launch.text() + launch.error()).isZero();
        return launch;
    }

    @Test
    void helloKernelRunsItsProgramAndTurnsTheMachineOff() throws Exception {
        assertThat(run("hello-kernel/hello-kernel.bndrun").text()).contains("hello from user mode", "the program exited with 0");
    }

    @Test
    void helloKernelIsShort() throws Exception {
        long lines = 0;
        try (Stream<Path> sources = Files.walk(Checkout.root().resolve("examples/hello-kernel/src/main/java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                lines += Files.readAllLines(source).size();
            }
        }
        assertThat(lines).isBetween(1L, (long) MOST_LINES_OF_HELLO_KERNEL);
    }
}
