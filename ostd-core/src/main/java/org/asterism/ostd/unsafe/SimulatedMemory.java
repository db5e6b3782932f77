package org.asterism.ostd.unsafe;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The memory behind {@link Address} when privileged code runs on an ordinary JVM: one sparse 64 GiB address space, little-endian,
 * shared by every simulated machine of the process. A machine reserves a range of its own, so several live side by side.
 *
 * <p>An access outside a reserved range throws {@link IllegalStateException}, the simulated form of a page fault.
 * Naturally aligned accesses of one word are atomic, from any thread. Nothing in a kernel image refers to this class: the compiler
 * replaces the callers.
 */
public final class SimulatedMemory {
    /** Reserved ranges are multiples of this many bytes, and aligned to it. */
    public static final int CHUNK_BYTES = 1 << 20;

    private static final int CHUNK_SHIFT = 20;
    private static final int CHUNKS = 1 << 16;
    private static final VarHandle SHORTS = view(short[].class);
    private static final VarHandle INTS = view(int[].class);
    private static final VarHandle LONGS = view(long[].class);
    private static final AtomicReferenceArray<byte[]> MEMORY = new AtomicReferenceArray<>(CHUNKS);
    /** Stands in a reserved chunk until its first access, so that large machines that use little cost little. */
    private static final byte[] UNTOUCHED = new byte[0];
    /** Chunk 0 is never handed out, so that small addresses fault. */
    private static final AtomicLong NEXT_CHUNK = new AtomicLong(1);
    /** Released ranges by length in chunks; used again only when there is no fresh address space left. */
    private static final ConcurrentHashMap<Long, ConcurrentLinkedQueue<Long>> RELEASED = new ConcurrentHashMap<>();
    private static long smallNext;
    private static long smallEnd;

    private SimulatedMemory() {}

    private static VarHandle view(Class<?> array) {
        return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Reserves a fresh, zeroed range.
     *
     * @param bytes the length wanted, rounded up to {@link #CHUNK_BYTES}
     * @return the address of its first byte, aligned to {@link #CHUNK_BYTES}
     */
    public static long reserve(long bytes) {
        long chunks = (bytes + CHUNK_BYTES - 1) >>> CHUNK_SHIFT;
        long first = NEXT_CHUNK.getAndAdd(chunks + 1); // one hole between ranges, so that overruns fault
        if (first + chunks > CHUNKS) {
            NEXT_CHUNK.getAndAdd(-chunks - 1);
            first = reuse(chunks);
        }
        for (long i = 0; i < chunks; i++) {
            MEMORY.set((int) (first + i), UNTOUCHED);
        }
        return first << CHUNK_SHIFT;
    }

    private static long reuse(long chunks) {
        ConcurrentLinkedQueue<Long> released = RELEASED.get(chunks);
        Long first = released == null ? null : released.poll();
        if (first == null) {
            throw new IllegalStateException("simulated memory has no " + chunks + " MiB left of " + CHUNKS + " MiB; give a test fewer machines, or fork a fresh JVM");
        }
        return first;
    }

    /**
     * Reserves a small zeroed range for ever; many share a chunk.
     *
     * @param bytes the length wanted, at most {@link #CHUNK_BYTES}
     * @return the address of its first byte, aligned to 64 bytes
     */
    static synchronized long reserveSmall(int bytes) {
        if (smallNext + bytes > smallEnd) {
            smallNext = reserve(CHUNK_BYTES);
            smallEnd = smallNext + CHUNK_BYTES;
        }
        long range = smallNext;
        smallNext += bytes + 63 & -64;
        return range;
    }

    /**
     * Gives a range back; later accesses to it fault, until all fresh address space is used up and the range is handed out again.
     *
     * @param address what {@link #reserve} returned
     * @param bytes   what {@link #reserve} was asked for
     */
    public static void release(long address, long bytes) {
        long chunks = (bytes + CHUNK_BYTES - 1) >>> CHUNK_SHIFT;
        for (long i = 0; i < chunks; i++) {
            MEMORY.set((int) ((address >>> CHUNK_SHIFT) + i), null);
        }
        RELEASED.computeIfAbsent(chunks, key -> new ConcurrentLinkedQueue<>()).add(address >>> CHUNK_SHIFT);
    }

    private static byte[] chunk(long address) {
        long index = address >>> CHUNK_SHIFT;
        byte[] chunk = index < CHUNKS ? MEMORY.get((int) index) : null;
        if (chunk == null) {
            throw new IllegalStateException("simulated fault: no memory at 0x" + Long.toHexString(address));
        }
        return chunk == UNTOUCHED ? touch((int) index) : chunk;
    }

    private static byte[] touch(int index) {
        MEMORY.compareAndSet(index, UNTOUCHED, new byte[CHUNK_BYTES]);
        return MEMORY.get(index);
    }

    private static int offset(long address) {
        return (int) address & CHUNK_BYTES - 1;
    }

    static byte loadByte(long address) {
        return chunk(address)[offset(address)];
    }

    static void storeByte(long address, byte value) {
        chunk(address)[offset(address)] = value;
    }

    static short loadShort(long address) {
        return (address & 1) == 0 ? (short) SHORTS.get(chunk(address), offset(address)) : (short) gather(address, 2);
    }

    static void storeShort(long address, short value) {
        if ((address & 1) == 0) {
            SHORTS.set(chunk(address), offset(address), value);
        } else {
            scatter(address, value, 2);
        }
    }

    static int loadInt(long address) {
        return (address & 3) == 0 ? (int) INTS.getVolatile(chunk(address), offset(address)) : (int) gather(address, 4);
    }

    static void storeInt(long address, int value) {
        if ((address & 3) == 0) {
            INTS.setVolatile(chunk(address), offset(address), value);
        } else {
            scatter(address, value, 4);
        }
    }

    static long loadLong(long address) {
        return (address & 7) == 0 ? (long) LONGS.getVolatile(chunk(address), offset(address)) : gather(address, 8);
    }

    static void storeLong(long address, long value) {
        if ((address & 7) == 0) {
            LONGS.setVolatile(chunk(address), offset(address), value);
        } else {
            scatter(address, value, 8);
        }
    }

    static boolean compareAndSetInt(long address, int expected, int value) {
        return INTS.compareAndSet(chunk(address), offset(address), expected, value);
    }

    static boolean compareAndSetLong(long address, long expected, long value) {
        return LONGS.compareAndSet(chunk(address), offset(address), expected, value);
    }

    static int getAndAddInt(long address, int delta) {
        return (int) INTS.getAndAdd(chunk(address), offset(address), delta);
    }

    static long getAndAddLong(long address, long delta) {
        return (long) LONGS.getAndAdd(chunk(address), offset(address), delta);
    }

    static int getAndSetInt(long address, int value) {
        return (int) INTS.getAndSet(chunk(address), offset(address), value);
    }

    static long getAndSetLong(long address, long value) {
        return (long) LONGS.getAndSet(chunk(address), offset(address), value);
    }

    private static long gather(long address, int bytes) {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (loadByte(address + i) & 0xFFL) << 8 * i;
        }
        return value;
    }

    private static void scatter(long address, long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            storeByte(address + i, (byte) (value >>> 8 * i));
        }
    }
}
