package org.asterism.ostd.scheduling;

import org.asterism.ostd.boot.BootInfo;
import org.asterism.ostd.frames.FrameAllocator;
import org.asterism.ostd.log.Log;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.runtime.CodePosition;
import org.asterism.ostd.unsafe.Address;

/**
 * Preemption after every few instructions: the timer rings again and again, each time after about as many nanoseconds as asked, half as
 * many to half more at random, and each time another task gets the processor. Counts where it interrupted.
 */
public final class PreemptionStress {
    /** Less than this, and the way out of an interrupt would be interrupted again. */
    private static final long LEAST_NANOS = 200;
    private static final long DEFAULT_SEED = 0x9E37_79B9_7F4A_7C15L;
    /** Code is counted in pieces of 16 bytes, which functions are aligned to. */
    private static final int PIECE_SHIFT = 4;

    private final long everyNanos;
    private final long textStart;
    private final long textEnd;
    /** 4 bytes for each piece of code. */
    private final long counts;
    private long random;

    private PreemptionStress(long everyNanos, long seed, long textStart, long textEnd, long counts) {
        this.everyNanos = everyNanos;
        this.textStart = textStart;
        this.textEnd = textEnd;
        this.counts = counts;
        random = seed == 0 ? DEFAULT_SEED : seed;
    }

    /**
     * Reads the boot options {@code preempt.every=NANOS} and {@code preempt.seed=N}.
     *
     * @param allocator where the counters' frames come from
     * @param textStart first address of the kernel's code
     * @param textEnd   address behind it
     * @return null if the stress was not asked for
     * @throws NumberFormatException if an option is not a number
     */
    public static PreemptionStress ofBootOptions(FrameAllocator allocator, long textStart, long textEnd) {
        String every = BootInfo.option("preempt.every");
        if (every == null) {
            return null;
        }
        String seed = BootInfo.option("preempt.seed");
        long bytes = PageSize.ceil((textEnd - textStart >> PIECE_SHIFT) + 1 << 2);
        long counts = allocator.memory().address(allocator.allocateRun(bytes >> PageSize.SHIFT, 0));
        Address.fillWords(counts, bytes, 0);
        return new PreemptionStress(Math.max(LEAST_NANOS, Long.parseLong(every)), seed == null ? 0 : Long.parseLong(seed), textStart, textEnd, counts);
    }

    /** The least that {@link #nextNanos()} returns. */
    long leastNanos() {
        return everyNanos / 2;
    }

    /** The most that {@link #nextNanos()} returns. */
    long mostNanos() {
        return everyNanos / 2 + everyNanos;
    }

    /** Nanoseconds to the next interrupt (Marsaglia, Xorshift RNGs, 2003). */
    long nextNanos() {
        random ^= random << 13;
        random ^= random >>> 7;
        random ^= random << 17;
        return everyNanos / 2 + (random >>> 1) % everyNanos;
    }

    /**
     * Counts a preemption. Called by interrupts; touches raw memory only.
     *
     * @param address of the instruction that comes next
     */
    public void preempted(long address) {
        if (address >= textStart && address < textEnd) {
            long counter = counts + (address - textStart >> PIECE_SHIFT << 2);
            Address.storeInt(counter, Address.loadInt(counter) + 1);
        }
    }

    /** Logs how often each class was preempted: a line for each stretch of code, and the sum. */
    public void report() {
        long sum = 0;
        long ofClass = 0;
        String name = null;
        CodePosition position = new CodePosition();
        for (long address = textStart; address < textEnd; address += 1 << PIECE_SHIFT) {
            int count = Address.loadInt(counts + (address - textStart >> PIECE_SHIFT << 2));
            if (count != 0) {
                String here = position.find(address) ? position.className() : "assembly";
                if (name != null && !name.equals(here)) {
                    Log.info("preempted in " + name + ": " + ofClass);
                    ofClass = 0;
                }
                name = here;
                ofClass += count;
                sum += count;
            }
        }
        if (name != null) {
            Log.info("preempted in " + name + ": " + ofClass);
        }
        Log.info("preempted " + sum + " times in the kernel, every " + everyNanos + " ns");
    }
}
