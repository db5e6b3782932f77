package org.asterism.ostd.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class KernelLogTest {
    @Test
    void whoReadsIntoNothingLeavesTheLogToOthers() {
        KernelLog log = new KernelLog(null, null);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThatThrownBy(() -> log.read(null)).isInstanceOf(NullPointerException.class);
            assertThat(log.read(new byte[4])).isZero();
        });
    }
}
