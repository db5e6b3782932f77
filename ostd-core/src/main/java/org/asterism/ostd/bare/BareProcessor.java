package org.asterism.ostd.bare;

import org.asterism.ostd.arch.Processor;
import org.asterism.ostd.scheduling.DeferredWork;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.AssemblySymbol;

/** The boot processor, but for its counter and its alarm. */
public abstract class BareProcessor extends Processor {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long LOW_WORD = 0xffff_ffffL;

    private final long cpuArea = ImageSymbols.bootCpu();
    private final long startTicks;
    /** Nanoseconds of a tick, scaled by 2^{@link #nanosShift}; below 2^32. */
    private final long nanosPerTick;
    private final int nanosShift;
    private final long hertz;

    /**
     * A processor whose counter runs at a constant rate.
     *
     * @param startTicks its value that counts as time 0
     * @param hertz      its rate
     */
    protected BareProcessor(long startTicks, long hertz) {
        this.startTicks = startTicks;
        this.hertz = hertz;
        int shift = 32;
        while ((NANOS_PER_SECOND << shift) / hertz > LOW_WORD) {
            shift--;
        }
        nanosShift = shift;
        nanosPerTick = (NANOS_PER_SECOND << shift) / hertz;
    }

    /**
     * The rate of the counter.
     *
     * @return ticks a second
     */
    public final long hertz() {
        return hertz;
    }

    @Override
    public final long disableInterrupts() {
        return ProcessorControl.disableInterrupts();
    }

    @Override
    public final void restoreInterrupts(long before) {
        ProcessorControl.restoreInterrupts(before);
    }

    @Override
    public final void enableInterrupts() {
        ProcessorControl.enableInterrupts();
    }

    @Override
    public final void waitForInterrupt() {
        interruptsOnAndWait();
    }

    @Override
    public final void switchTo(long saveAt, long stackPointer, long area) {
        switchStacks(saveAt, stackPointer, area);
    }

    /**
     * Bytes that a switch takes off the stack of the task it continues; the return address is the last of them.
     *
     * @return a multiple of 8
     */
    protected abstract int switchFrameBytes();

    @Override
    public final long prepareStack(long top) {
        long stackPointer = top - switchFrameBytes();
        Address.fillWords(stackPointer, switchFrameBytes(), 0);
        Address.storeLong(top - 8, ImageSymbols.taskEntry());
        return stackPointer;
    }

    @Override
    public final long monotonicNanos() {
        return nanosOf(ticks() - startTicks);
    }

    @Override
    public final long nanosOf(long ticks) {
        return ((ticks >>> 32) * nanosPerTick << 32 - nanosShift) + ((ticks & LOW_WORD) * nanosPerTick >>> nanosShift);
    }

    @Override
    public final boolean takeAlarm() {
        return Address.getAndSetInt(cpuArea + CpuArea.ALARM, 0) != 0;
    }

    /** The timer interrupt: touches raw memory only. */
    public final void alarmRang() {
        Address.storeInt(cpuArea + CpuArea.ALARM, 1);
        DeferredWork.request();
    }

    @AssemblySymbol("ostd_wait")
    private static native void interruptsOnAndWait();

    @AssemblySymbol("ostd_switch")
    private static native void switchStacks(long saveStackPointer, long stackPointer, long area);
}
