package org.asterism.ostd.runtime;

import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.AssemblyAddress;
import org.asterism.ostd.unsafe.ObjectReference;
import org.asterism.ostd.unsafe.StackFrames;
import org.asterism.ostd.unsafe.ThreadArea;
import org.asterism.ostd.unsafe.Words;

/**
 * Java stack traces: return addresses, collected along the chain of frame pointers, and the table by which the compiler says what code
 * lies where.
 *
 * <p>The table, between {@code asterism_code_table_start} and {@code _end}, has 40-byte entries in rising order of addresses: 8 bytes
 * first address of a function, 8 bytes address of the String of its class, 8 of its method, 8 of its source file or 0, 4 bytes line of
 * the function's start or 0, 4 bytes of flags (bit 0: constructor or runtime code that a trace leaves out).
 */
public final class StackTraces {
    private static final int MOST_FRAMES = 48;
    private static final int ENTRY_BYTES = 40;

    private StackTraces() {}

    @AssemblyAddress("asterism_code_table_start")
    private static native long tableStart();

    @AssemblyAddress("asterism_code_table_end")
    private static native long tableEnd();

    /**
     * The return addresses of the callers of the caller, innermost first.
     *
     * @return null if there is no memory for them
     */
    public static long[] capture() {
        long base = Address.loadLong(ThreadArea.current() + ThreadArea.STACK_BASE);
        long first = StackFrames.framePointer();
        try {
            long[] addresses = new long[depth(first, base)];
            long frame = first;
            for (int i = 0; i < addresses.length; i++) {
                addresses[i] = Address.loadLong(frame + 8);
                frame = Address.loadLong(frame);
            }
            return addresses;
        } catch (OutOfMemoryError error) {
            return null;
        }
    }

    private static int depth(long first, long base) {
        int depth = 0;
        long frame = first;
        // SAFETY: frames of compiled code are linked upwards; whatever is not between here and the stack's base ends the walk.
        while (depth < MOST_FRAMES && (frame & 7) == 0 && frame != 0 && !Words.isBelow(base - 16, frame)) {
            long next = Address.loadLong(frame);
            depth++;
            if (!Words.isBelow(frame, next)) {
                break;
            }
            frame = next;
        }
        return depth;
    }

    /**
     * What the addresses mean.
     *
     * @param addresses from {@link #capture}
     * @return one element for each that lies in compiled Java code and is not the making of the throwable itself
     */
    public static StackTraceElement[] translate(long[] addresses) {
        StackTraceElement[] found = new StackTraceElement[addresses.length];
        int count = 0;
        boolean inside = false;
        for (long address : addresses) {
            long entry = entryOf(address - 1);
            if (entry == 0) {
                continue;
            }
            inside |= (Address.loadInt(entry + 36) & 1) == 0;
            if (inside) {
                found[count++] = element(entry);
            }
        }
        StackTraceElement[] exact = new StackTraceElement[count];
        System.arraycopy(found, 0, exact, 0, count);
        return exact;
    }

    /**
     * What one return address means, in words, for reports that must not fail.
     *
     * @param address of machine code
     * @return class and method, or null if it is not compiled Java code
     */
    public static StackTraceElement translate(long address) {
        long entry = entryOf(address - 1);
        return entry == 0 ? null : element(entry);
    }

    /**
     * Where the table tells of a return address, for reports that must not allocate.
     *
     * @param address of machine code
     * @return for {@link #className} and {@link #methodName}; 0 if it is not compiled Java code
     */
    public static long entryAt(long address) {
        return entryOf(address - 1);
    }

    /**
     * The class of an entry.
     *
     * @param entry not 0
     * @return its binary name
     */
    public static String className(long entry) {
        return string(entry + 8);
    }

    /**
     * The method of an entry.
     *
     * @param entry not 0
     * @return its name
     */
    public static String methodName(long entry) {
        return string(entry + 16);
    }

    private static StackTraceElement element(long entry) {
        int line = Address.loadInt(entry + 32);
        return new StackTraceElement(string(entry + 8), string(entry + 16), string(entry + 24), line == 0 ? -1 : line);
    }

    private static String string(long slot) {
        // SAFETY: the compiler put the address of a String, or 0, there.
        return (String) ObjectReference.fromAddress(Address.loadLong(slot));
    }

    /** The last entry that begins at or before an address, 0 if there is none. */
    private static long entryOf(long address) {
        long low = 0;
        long high = (tableEnd() - tableStart()) / ENTRY_BYTES;
        while (low < high) {
            long middle = low + high >>> 1;
            if (!Words.isBelow(address, Address.loadLong(tableStart() + middle * ENTRY_BYTES))) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? 0 : tableStart() + (low - 1) * ENTRY_BYTES;
    }
}
