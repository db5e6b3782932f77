package org.asterism.test;

import java.time.Duration;
import org.asterism.ostd.host.TestMachine;
import org.asterism.ostd.time.Clock;

/** Virtual time: it moves when a test says so, and to the next deadline when every task sleeps. */
public final class TestClock {
    private final TestMachine machine;

    TestClock(TestMachine machine) {
        this.machine = machine;
    }

    /**
     * Time since the machine was switched on.
     *
     * @return nanoseconds of the machine's monotonic clock
     */
    public long monotonicNanos() {
        return Clock.monotonicNanos();
    }

    /**
     * Moves time on, lets timers fire, and runs other tasks until none can run.
     *
     * @param howFar not negative
     */
    public void advance(Duration howFar) {
        if (howFar.isNegative()) {
            throw new IllegalArgumentException("time cannot be moved by " + howFar + "; it only goes forward");
        }
        machine.advance(howFar.toNanos());
    }

    /** Runs other tasks until none can run, without moving time to the next deadline. */
    public void settle() {
        machine.settle();
    }
}
