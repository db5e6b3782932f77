package org.asterism.ostd.riscv;

import org.asterism.ostd.bare.BareProcessor;

/** The boot processor: the time counter is its clock, the supervisor timer its alarm, set directly (Sstc) or by the firmware. */
final class RiscvProcessor extends BareProcessor {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long NEVER = -1;
    /** Longer waits are made in parts, so that products fit a word. */
    private static final long MOST_NANOS = 1L << 32;
    /** Callee-saved registers and the return address, as {@code traps.S} lays them out. */
    private static final int SWITCH_FRAME_BYTES = 14 * 8;

    private final boolean hasCompare = Cpu.probeCompare() == 0;

    RiscvProcessor(long hertz) {
        super(Cpu.readTime(), hertz);
    }

    /** Whether something can ring. */
    boolean hasAlarm() {
        return hasCompare || Firmware.hasTimer();
    }

    boolean hasCompare() {
        return hasCompare;
    }

    @Override
    protected int switchFrameBytes() {
        return SWITCH_FRAME_BYTES;
    }

    @Override
    public long ticks() {
        return Cpu.readTime();
    }

    @Override
    public void setAlarm(long deadlineNanos) {
        long nanos = Math.min(MOST_NANOS, Math.max(1, deadlineNanos - monotonicNanos()));
        ringAt(Cpu.readTime() + nanos * hertz() / NANOS_PER_SECOND + 1);
    }

    /** Takes the interrupt back, which stays pending until the alarm is set to a later time. */
    void silenceAlarm() {
        ringAt(NEVER);
    }

    private void ringAt(long time) {
        if (hasCompare) {
            Cpu.setCompare(time);
        } else {
            Firmware.setTimer(time);
        }
    }
}
