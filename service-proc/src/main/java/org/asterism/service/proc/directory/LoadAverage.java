package org.asterism.service.proc.directory;

import org.asterism.kernel.process.RunQueue;
import org.asterism.ostd.time.Clock;
import org.asterism.ostd.time.Timer;

/**
 * The average number of runnable threads over 1, 5 and 15 minutes, by exponential decay in fixed point, sampled every five
 * seconds as on Linux. Writes happen in the timer's atomic context only.
 */
public final class LoadAverage {
    /** Fractional bits of the averages, as sysinfo(2) expects half of them. */
    public static final int FRACTION_BITS = 11;
    private static final long ONE = 1L << FRACTION_BITS;
    private static final long SAMPLE_NANOS = 5_000_000_000L;
    private static final long DECAY_1 = 1884;
    private static final long DECAY_5 = 2014;
    private static final long DECAY_15 = 2037;

    private final RunQueue queue;
    private final Timer timer;
    private volatile long average1;
    private volatile long average5;
    private volatile long average15;

    LoadAverage(RunQueue queue) {
        this.queue = queue;
        this.timer = new Timer(this::sample);
        timer.arm(Clock.monotonicNanos() + SAMPLE_NANOS);
    }

    private void sample(long now) {
        long active = queue.runnable() * ONE;
        average1 = decay(average1, DECAY_1, active);
        average5 = decay(average5, DECAY_5, active);
        average15 = decay(average15, DECAY_15, active);
        timer.arm(now + SAMPLE_NANOS);
    }

    /** Rounds up while the load rises, so that it reaches its value. */
    static long decay(long average, long factor, long active) {
        long sum = average * factor + active * (ONE - factor);
        return (active >= average ? sum + ONE - 1 : sum) >> FRACTION_BITS;
    }

    /**
     * An average.
     *
     * @param minutes 1, 5 or 15
     * @return with {@link #FRACTION_BITS} fractional bits
     */
    public long fixedPoint(int minutes) {
        return switch (minutes) {
            case 1 -> average1;
            case 5 -> average5;
            case 15 -> average15;
            default -> throw new IllegalArgumentException("no load average over " + minutes + " minutes; 1, 5 or 15");
        };
    }
}
