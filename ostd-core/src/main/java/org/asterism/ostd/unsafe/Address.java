package org.asterism.ostd.unsafe;

import java.lang.invoke.VarHandle;

/**
 * Raw memory, named by 64-bit addresses: the primitives from which all privileged code is built. The compiler recognises these methods
 * by class and name and emits one load, store or atomic for each; the bodies below serve only an ordinary JVM, where they act on
 * {@link SimulatedMemory}, so that heap, frame and page-table code is tested and debugged there.
 *
 * <h2>Safety</h2>
 * <ul>
 * <li>The caller owns the bytes it touches, and they are mapped with the right access.</li>
 * <li>No store may create a reference to something that is not an object, or leave half of one where the collector looks.</li>
 * <li>Plain loads and stores are relaxed atomics: naturally aligned ones never tear, and are not ordered with each other.
 * Unaligned accesses are allowed and not atomic.</li>
 * </ul>
 */
public final class Address {
    private Address() {}

    /**
     * Loads a byte, relaxed.
     *
     * @param address where
     * @return the value there
     */
    public static byte loadByte(long address) {
        return SimulatedMemory.loadByte(address);
    }

    /**
     * Loads a short, relaxed.
     *
     * @param address where
     * @return the value there
     */
    public static short loadShort(long address) {
        return SimulatedMemory.loadShort(address);
    }

    /**
     * Loads a char, relaxed.
     *
     * @param address where
     * @return the value there
     */
    public static char loadChar(long address) {
        return (char) SimulatedMemory.loadShort(address);
    }

    /**
     * Loads an int, relaxed.
     *
     * @param address where
     * @return the value there
     */
    public static int loadInt(long address) {
        return SimulatedMemory.loadInt(address);
    }

    /**
     * Loads a long, relaxed.
     *
     * @param address where
     * @return the value there
     */
    public static long loadLong(long address) {
        return SimulatedMemory.loadLong(address);
    }

    /**
     * Stores a byte, relaxed.
     *
     * @param address where
     * @param value   what
     */
    public static void storeByte(long address, byte value) {
        SimulatedMemory.storeByte(address, value);
    }

    /**
     * Stores a short, relaxed.
     *
     * @param address where
     * @param value   what
     */
    public static void storeShort(long address, short value) {
        SimulatedMemory.storeShort(address, value);
    }

    /**
     * Stores a char, relaxed.
     *
     * @param address where
     * @param value   what
     */
    public static void storeChar(long address, char value) {
        SimulatedMemory.storeShort(address, (short) value);
    }

    /**
     * Stores an int, relaxed.
     *
     * @param address where
     * @param value   what
     */
    public static void storeInt(long address, int value) {
        SimulatedMemory.storeInt(address, value);
    }

    /**
     * Stores a long, relaxed.
     *
     * @param address where
     * @param value   what
     */
    public static void storeLong(long address, long value) {
        SimulatedMemory.storeLong(address, value);
    }

    /**
     * Loads an aligned int; later accesses stay behind it.
     *
     * @param address where
     * @return the value there
     */
    public static int loadIntAcquire(long address) {
        return SimulatedMemory.loadInt(address);
    }

    /**
     * Stores an aligned int; earlier accesses stay before it.
     *
     * @param address where
     * @param value   what
     */
    public static void storeIntRelease(long address, int value) {
        SimulatedMemory.storeInt(address, value);
    }

    /**
     * Replaces an aligned int if it has the expected value; sequentially consistent.
     *
     * @param address  where
     * @param expected the value to find
     * @param value    the value to leave
     * @return whether it was replaced
     */
    public static boolean compareAndSetInt(long address, int expected, int value) {
        return SimulatedMemory.compareAndSetInt(address, expected, value);
    }

    /**
     * Adds to an aligned int; sequentially consistent.
     *
     * @param address where
     * @param delta   how much
     * @return the value before
     */
    public static int getAndAddInt(long address, int delta) {
        return SimulatedMemory.getAndAddInt(address, delta);
    }

    /**
     * Exchanges an aligned int; sequentially consistent.
     *
     * @param address where
     * @param value   the value to leave
     * @return the value before
     */
    public static int getAndSetInt(long address, int value) {
        return SimulatedMemory.getAndSetInt(address, value);
    }

    /**
     * Loads an aligned long; later accesses stay behind it.
     *
     * @param address where
     * @return the value there
     */
    public static long loadLongAcquire(long address) {
        return SimulatedMemory.loadLong(address);
    }

    /**
     * Stores an aligned long; earlier accesses stay before it.
     *
     * @param address where
     * @param value   what
     */
    public static void storeLongRelease(long address, long value) {
        SimulatedMemory.storeLong(address, value);
    }

    /**
     * Replaces an aligned long if it has the expected value; sequentially consistent.
     *
     * @param address  where
     * @param expected the value to find
     * @param value    the value to leave
     * @return whether it was replaced
     */
    public static boolean compareAndSetLong(long address, long expected, long value) {
        return SimulatedMemory.compareAndSetLong(address, expected, value);
    }

    /**
     * Adds to an aligned long; sequentially consistent.
     *
     * @param address where
     * @param delta   how much
     * @return the value before
     */
    public static long getAndAddLong(long address, long delta) {
        return SimulatedMemory.getAndAddLong(address, delta);
    }

    /**
     * Exchanges an aligned long; sequentially consistent.
     *
     * @param address where
     * @param value   the value to leave
     * @return the value before
     */
    public static long getAndSetLong(long address, long value) {
        return SimulatedMemory.getAndSetLong(address, value);
    }

    /** Orders every access before it with every access after it, on all CPUs (x86 {@code mfence}, RISC-V {@code fence rw,rw}). */
    public static void fence() {
        VarHandle.fullFence();
    }

    /** Orders earlier loads and stores before later stores: free on x86, where only the C compiler is held back; {@code fence rw,w} on RISC-V. */
    public static void releaseFence() {
        VarHandle.releaseFence();
    }

    /** Keeps the C compiler from moving memory accesses across; costs no instruction. Enough against interrupts on the same CPU. */
    public static void compilerFence() {
        VarHandle.fullFence();
    }

    /** Tells the CPU that this is a spin loop. */
    public static void pause() {
        Thread.onSpinWait();
    }

    /**
     * Copies whole words; the ranges may overlap. Each word moves in one access, so that a reference is never seen half written.
     *
     * @param from  the source, 8-byte aligned
     * @param to    the destination, 8-byte aligned
     * @param bytes the length, a multiple of 8
     */
    public static void copyWords(long from, long to, long bytes) {
        if (!Words.isBelow(to - from, bytes)) {
            for (long i = 0; i < bytes; i += 8) {
                storeLong(to + i, loadLong(from + i));
            }
        } else {
            for (long i = bytes - 8; i >= 0; i -= 8) {
                storeLong(to + i, loadLong(from + i));
            }
        }
    }

    /**
     * Copies bytes; the ranges may overlap. Not for memory that holds references.
     *
     * @param from  the source
     * @param to    the destination
     * @param bytes the length
     */
    public static void copyBytes(long from, long to, long bytes) {
        if (!Words.isBelow(to - from, bytes)) {
            for (long i = 0; i < bytes; i++) {
                storeByte(to + i, loadByte(from + i));
            }
        } else {
            for (long i = bytes - 1; i >= 0; i--) {
                storeByte(to + i, loadByte(from + i));
            }
        }
    }

    /**
     * Fills whole words.
     *
     * @param address the first, 8-byte aligned
     * @param bytes   the length, a multiple of 8
     * @param value   the word
     */
    public static void fillWords(long address, long bytes, long value) {
        for (long i = 0; i < bytes; i += 8) {
            storeLong(address + i, value);
        }
    }
}
