package org.asterism.ostd.x86;

import org.asterism.ostd.arch.Processor;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.scheduling.DeferredWork;

/** The boot processor: its time stamp counter is the clock, its local APIC the alarm, both measured against the ACPI PM timer. */
final class X86Processor extends Processor {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    /** Hertz of the PM timer (ACPI 6.4 §4.8.2.1). */
    private static final long PM_TIMER_HERTZ = 3_579_545;
    private static final int PM_TIMER_MASK = 0xff_ffff;
    private static final long MEASURED_PM_TICKS = PM_TIMER_HERTZ / 200;
    private static final long LOW_WORD = 0xffff_ffffL;
    private static final long MOST_APIC_TICKS = LOW_WORD;
    /** Callee-saved registers and the return address that a switch pops. */
    private static final int SWITCH_FRAME_BYTES = 7 * 8;

    private final Apic apic;
    private final long cpuArea;
    private final long startTicks;
    /** Nanoseconds of a tick of the time stamp counter, scaled by 2^{@link #nanosShift}; below 2^32. */
    private final long nanosPerTick;
    private final int nanosShift;
    /** Ticks of the APIC timer in 2^20 nanoseconds, near enough a millisecond. */
    private final long apicTicksPerMilli;
    private final long tscHertz;

    X86Processor(Apic apic, long cpuArea, int pmTimerPort) {
        this.apic = apic;
        this.cpuArea = cpuArea;
        int firstPm = Cpu.in32(pmTimerPort);
        apic.startTimer(-1);
        startTicks = Cpu.readTsc();
        int elapsed;
        do {
            Address.pause();
            elapsed = Cpu.in32(pmTimerPort) - firstPm & PM_TIMER_MASK;
        } while (elapsed < MEASURED_PM_TICKS);
        long tscTicks = Cpu.readTsc() - startTicks;
        long apicTicks = 0xffff_ffffL - (apic.timerCount() & 0xffff_ffffL);
        apic.startTimer(0);
        tscHertz = tscTicks * PM_TIMER_HERTZ / elapsed;
        int shift = 32;
        while ((NANOS_PER_SECOND << shift) / tscHertz > LOW_WORD) {
            shift--;
        }
        nanosShift = shift;
        nanosPerTick = (NANOS_PER_SECOND << shift) / tscHertz;
        apicTicksPerMilli = Math.max(1, (apicTicks * PM_TIMER_HERTZ / elapsed << 20) / NANOS_PER_SECOND);
    }

    long tscHertz() {
        return tscHertz;
    }

    @Override
    public long disableInterrupts() {
        return Cpu.disableInterrupts();
    }

    @Override
    public void restoreInterrupts(long before) {
        Cpu.restoreInterrupts(before);
    }

    @Override
    public void enableInterrupts() {
        Cpu.enableInterrupts();
    }

    @Override
    public void waitForInterrupt() {
        Cpu.enableInterruptsAndWait();
    }

    @Override
    public void switchTo(long saveAt, long stackPointer, long area) {
        Cpu.switchStacks(saveAt, stackPointer, area);
    }

    @Override
    public long prepareStack(long top) {
        long stackPointer = top - SWITCH_FRAME_BYTES;
        Address.fillWords(stackPointer, SWITCH_FRAME_BYTES, 0);
        Address.storeLong(top - 8, Symbols.taskEntry());
        return stackPointer;
    }

    @Override
    public long ticks() {
        return Cpu.readTsc();
    }

    @Override
    public long monotonicNanos() {
        return nanosOf(Cpu.readTsc() - startTicks);
    }

    @Override
    public long nanosOf(long ticks) {
        return ((ticks >>> 32) * nanosPerTick << 32 - nanosShift) + ((ticks & LOW_WORD) * nanosPerTick >>> nanosShift);
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

    @Override
    public boolean takeAlarm() {
        return Address.getAndSetInt(cpuArea + CpuArea.ALARM, 0) != 0;
    }

    /** The timer interrupt: touches raw memory only. */
    void alarmRang() {
        Address.storeInt(cpuArea + CpuArea.ALARM, 1);
        DeferredWork.request();
    }
}
