package org.asterism.ostd.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.asterism.ostd.arch.Processor;
import org.junit.jupiter.api.Test;

class AlarmClockTest {
    private static final long LEAST = 100;
    private static final long MOST = 300;

    private final Clock processor = new Clock();
    private final AlarmClock alarm = new AlarmClock(processor);

    @Test
    void theEarliestRequestIsProgrammed() {
        alarm.request(500);
        alarm.request(900);
        alarm.request(200);
        assertThat(processor.alarms).containsExactly(500L, 200L);
    }

    @Test
    void anInterruptThatNobodyNeedsComesWithinItsBounds() {
        alarm.requestBetween(LEAST, MOST, 250);
        processor.now = 100;
        alarm.requestBetween(LEAST, MOST, 170);
        assertThat(processor.alarms).as("150 are left").containsExactly(250L);
    }

    @Test
    void whoWouldGetNowhereIsGivenMoreTime() {
        alarm.requestBetween(LEAST, MOST, 110);
        processor.now = 105;
        alarm.requestBetween(LEAST, MOST, 130);
        processor.now = 300;
        alarm.requestBetween(LEAST, MOST, 120);
        assertThat(processor.alarms).containsExactly(110L, 235L, 420L);
    }

    @Test
    void anInterruptThatIsNeededIsNotPutOff() {
        alarm.request(50);
        alarm.requestBetween(LEAST, MOST, 200);
        assertThat(processor.alarms).containsExactly(50L);
    }

    @Test
    void afterItRangEverythingIsAskedForAgain() {
        alarm.request(50);
        processor.now = 60;
        alarm.rang();
        alarm.requestBetween(LEAST, MOST, 200);
        alarm.request(1000);
        assertThat(processor.alarms).containsExactly(50L, 260L);
    }

    /** A clock that stands still, and remembers what was asked of it. */
    private static final class Clock extends Processor {
        private final List<Long> alarms = new ArrayList<>();
        private long now;

        @Override
        public long monotonicNanos() {
            return now;
        }

        @Override
        public void setAlarm(long deadlineNanos) {
            alarms.add(deadlineNanos);
        }

        @Override
        public long disableInterrupts() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void restoreInterrupts(long before) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void enableInterrupts() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void waitForInterrupt() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void switchTo(long saveAt, long stackPointer, long area) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long prepareStack(long top) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long ticks() {
            throw new UnsupportedOperationException();
        }

        @Override
        public long nanosOf(long ticks) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean takeAlarm() {
            throw new UnsupportedOperationException();
        }
    }
}
