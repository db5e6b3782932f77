package org.asterism.service.proc.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.asterism.ostd.host.TestMachine;
import org.asterism.ostd.time.Clock;
import org.junit.jupiter.api.Test;

class SystemClockTest {
    @Test
    void beginsIn1970AndSaysWhyIfTheMachineHasNoClock() {
        try (TestMachine machine = TestMachine.builder().build()) {
            SystemClock clock = new SystemClock(() -> {
                throw new IllegalArgumentException("no clock at 0x101000");
            });
            assertThat(clock.realTimeNanos()).isBetween(0L, Clock.monotonicNanos());
            assertThat(machine.log()).anyMatch(line -> line.endsWith("it is 1970 until somebody sets the time: no clock at 0x101000"));
        }
    }
}
