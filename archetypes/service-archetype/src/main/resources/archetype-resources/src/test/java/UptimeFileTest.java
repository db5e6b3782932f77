package ${package};

import static org.asterism.test.OstdAssertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.asterism.test.OstdTest;
import org.asterism.test.TestClock;

class UptimeFileTest {
    @OstdTest
    void tellsForHowLongTheMachineHasBeenRunning(UptimeFile file, TestClock time) {
        long before = time.monotonicNanos() / 1_000_000;
        time.advance(Duration.ofSeconds(3));
        assertThat(new String(file.content(), StandardCharsets.US_ASCII)).isEqualTo("up for " + (before + 3000) + " ms\n");
    }
}
