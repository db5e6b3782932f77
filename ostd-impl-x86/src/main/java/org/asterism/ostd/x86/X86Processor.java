package org.asterism.ostd.x86;

import org.asterism.ostd.bare.BareProcessor;
import org.asterism.ostd.unsafe.Address;

/** The boot processor: its time stamp counter is the clock, its local APIC the alarm, both measured against the ACPI PM timer. */
final class X86Processor extends BareProcessor {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    /** Hertz of the PM timer (ACPI 6.4 §4.8.2.1). */
    private static final long PM_TIMER_HERTZ = 3_579_545;
    private static final int PM_TIMER_MASK = 0xff_ffff;
    private static final long MEASURED_PM_TICKS = PM_TIMER_HERTZ / 200;
    private static final long MOST_APIC_TICKS = 0xffff_ffffL;
    /** Callee-saved registers and the return address. */
    private static final int SWITCH_FRAME_BYTES = 7 * 8;

    private final Apic apic;
    /** Ticks of the APIC timer in 2^20 nanoseconds, near enough a millisecond. */
    private final long apicTicksPerMilli;

    private X86Processor(Apic apic, long startTicks, long hertz, long apicTicksPerMilli) {
        super(startTicks, hertz);
        this.apic = apic;
        this.apicTicksPerMilli = apicTicksPerMilli;
    }

    /** Measures the clocks against the PM timer at a port. */
    static X86Processor measured(Apic apic, int pmTimerPort) {
        int firstPm = Cpu.in32(pmTimerPort);
        apic.startTimer(-1);
        long startTicks = Cpu.readTsc();
        int elapsed;
        do {
            Address.pause();
            elapsed = Cpu.in32(pmTimerPort) - firstPm & PM_TIMER_MASK;
        } while (elapsed < MEASURED_PM_TICKS);
        long tscTicks = Cpu.readTsc() - startTicks;
        long apicTicks = MOST_APIC_TICKS - (apic.timerCount() & MOST_APIC_TICKS);
        apic.startTimer(0);
        return new X86Processor(apic, startTicks, tscTicks * PM_TIMER_HERTZ / elapsed,
                Math.max(1, (apicTicks * PM_TIMER_HERTZ / elapsed << 20) / NANOS_PER_SECOND));
    }

    @Override
    protected int switchFrameBytes() {
        return SWITCH_FRAME_BYTES;
    }

    @Override
    public long ticks() {
        return Cpu.readTsc();
    }

    @Override
    public void setAlarm(long deadlineNanos) {
        long nanos = deadlineNanos - monotonicNanos();
        if (nanos <= 0) {
            nanos = 1;
        }
        long count = nanos >= Integer.MAX_VALUE ? Math.min(MOST_APIC_TICKS, (nanos >>> 20) * apicTicksPerMilli)
                : nanos * apicTicksPerMilli >>> 20;
        apic.startTimer((int) Math.max(1, Math.min(MOST_APIC_TICKS, count + 1)));
    }
}
