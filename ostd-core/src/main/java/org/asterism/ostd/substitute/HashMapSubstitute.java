package org.asterism.ostd.substitute;

import java.util.HashMap;
import java.util.Map;
import org.asterism.ostd.unsafe.NeverInline;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;
import org.asterism.ostd.unsafe.TargetField;
import org.asterism.ostd.unsafe.TargetMethod;

/**
 * {@link HashMap} with the arithmetic of its usual load factor, three quarters, done in integers, so that ordinary kernel code needs no
 * floating-point registers; and with colliding keys ordered without reflection.
 */
@SubstituteClass(value = HashMap.class, reason = "computes thresholds in floating point, and asks reflection whether keys are comparable")
final class HashMapSubstitute {
    private static final String INTEGERS = "load factor in integers";
    private static final int LARGEST_TABLE = 1 << 30;
    private static final int FIRST_TABLE = 16;
    private static final float THREE_QUARTERS = 0.75f;
    private static final int THREE_QUARTERS_BITS = 0x3F40_0000;
    private static final int INFINITY_BITS = 0x7F80_0000;
    private static final int SIGNIFICAND_BITS = 23;
    /** Biased exponent at which the significand, taken as an integer, is the value. */
    private static final int EXPONENT_OF_ONE_UNIT = 150;

    private HashMapSubstitute() {}

    @TargetField("table")
    private static native Object[] table(Object map);

    @TargetField("table")
    private static native void table(Object map, Object[] table);

    @TargetField("threshold")
    private static native int threshold(Object map);

    @TargetField("threshold")
    private static native void threshold(Object map, int threshold);

    @TargetField("loadFactor")
    private static native float loadFactor(Object map);

    @TargetField("loadFactor")
    private static native void loadFactor(Object map, float factor);

    @TargetMethod("tableSizeFor")
    private static native int tableSizeFor(int capacity);

    @TargetMethod("hash")
    private static native int hash(Object key);

    @TargetMethod("putVal")
    private static native Object putVal(HashMap<?, ?> self, int hash, Object key, Object value, boolean onlyIfAbsent, boolean evict);

    @SubstituteMethod(reason = "the original reads generic signatures")
    static Class<?> comparableClassFor(Object key) {
        return ComparableClasses.of(key);
    }

    @SubstituteMethod(name = "<init>", reason = INTEGERS)
    static void create(HashMap<?, ?> self, int capacity) {
        create(self, capacity, THREE_QUARTERS);
    }

    @SubstituteMethod(name = "<init>", reason = INTEGERS)
    static void create(HashMap<?, ?> self, int capacity, float factor) {
        if (capacity < 0) {
            throw new IllegalArgumentException("Illegal initial capacity: " + capacity);
        }
        int bits = Float.floatToRawIntBits(factor);
        if (bits <= 0 || bits > INFINITY_BITS) { // zero, negative or not a number
            throw new IllegalArgumentException("Illegal load factor: " + factor);
        }
        loadFactor(self, factor);
        threshold(self, tableSizeFor(Math.min(capacity, LARGEST_TABLE)));
    }

    @SubstituteMethod(reason = INTEGERS)
    static void putMapEntries(HashMap<?, ?> self, Map<?, ?> source, boolean evict) {
        int size = source.size();
        if (size <= 0) {
            return;
        }
        if (table(self) == null) {
            int wanted = size < LARGEST_TABLE / 2 ? size + size / 3 + 1 : LARGEST_TABLE;
            if (wanted > threshold(self)) {
                threshold(self, tableSizeFor(wanted));
            }
        } else {
            while (size > threshold(self) && table(self).length < LARGEST_TABLE) {
                resize(self);
            }
        }
        for (Map.Entry<?, ?> entry : source.entrySet()) {
            putVal(self, hash(entry.getKey()), entry.getKey(), entry.getValue(), false, evict);
        }
    }

    @SubstituteMethod(reason = INTEGERS)
    static Object[] resize(HashMap<?, ?> self) {
        Object[] old = table(self);
        if (old != null && old.length >= LARGEST_TABLE) {
            threshold(self, Integer.MAX_VALUE);
            return old;
        }
        int wanted = threshold(self) > 0 ? threshold(self) : FIRST_TABLE;
        int capacity = old != null ? old.length << 1 : wanted;
        boolean doubles = old != null && old.length >= FIRST_TABLE && capacity < LARGEST_TABLE;
        Object[] fresh = tableOrOld(capacity, old);
        threshold(self, doubles ? threshold(self) << 1 : thresholdOf(capacity, loadFactor(self)));
        if (fresh == old) {
            return old;
        }
        table(self, fresh);
        if (old != null) {
            for (int i = 0; i < old.length; i++) {
                Object bin = old[i];
                if (bin != null) {
                    old[i] = null;
                    move(self, bin, fresh, i, old.length);
                }
            }
        }
        return fresh;
    }

    /** A map that cannot grow for want of memory goes on with its table: its last entry is in by then. */
    private static Object[] tableOrOld(int capacity, Object[] old) {
        try {
            return HashMapNodes.table(capacity);
        } catch (OutOfMemoryError exhausted) {
            if (old == null) {
                throw exhausted;
            }
            return old;
        }
    }

    private static int thresholdOf(int capacity, float factor) {
        if (capacity >= LARGEST_TABLE) {
            return Integer.MAX_VALUE;
        }
        return Float.floatToRawIntBits(factor) == THREE_QUARTERS_BITS ? (int) (capacity * 3L >>> 2) : scaled(capacity, factor);
    }

    /** The product without its fraction, exact because a table's capacity is a power of two. Source: IEEE 754 binary32. */
    @NeverInline
    private static int scaled(int capacity, float factor) {
        int bits = Float.floatToRawIntBits(factor);
        int exponent = bits >>> SIGNIFICAND_BITS;
        long significand = exponent == 0 ? bits : bits & (1 << SIGNIFICAND_BITS) - 1 | 1 << SIGNIFICAND_BITS;
        long product = significand * capacity;
        int shift = Math.max(exponent, 1) - EXPONENT_OF_ONE_UNIT;
        if (shift <= -Long.SIZE || product == 0) {
            return 0;
        }
        if (shift >= Long.SIZE || shift > Long.numberOfLeadingZeros(product)) {
            return Integer.MAX_VALUE;
        }
        return (int) Math.min(shift < 0 ? product >>> -shift : product << shift, Integer.MAX_VALUE);
    }

    /** Moves a bin of a table of half the size to its one or two new places, in order. */
    private static void move(HashMap<?, ?> self, Object bin, Object[] fresh, int index, int half) {
        if (HashMapNodes.next(bin) == null) {
            fresh[HashMapNodes.hash(bin) & fresh.length - 1] = bin;
            return;
        }
        if (HashMapNodes.isTree(bin)) {
            HashMapNodes.Trees.split(bin, self, fresh, index, half);
            return;
        }
        Object lowLast = null;
        Object highLast = null;
        for (Object node = bin; node != null; node = HashMapNodes.next(node)) {
            boolean low = (HashMapNodes.hash(node) & half) == 0;
            Object last = low ? lowLast : highLast;
            if (last == null) {
                fresh[low ? index : index + half] = node;
            } else {
                HashMapNodes.next(last, node);
            }
            if (low) {
                lowLast = node;
            } else {
                highLast = node;
            }
        }
        if (lowLast != null) {
            HashMapNodes.next(lowLast, null);
        }
        if (highLast != null) {
            HashMapNodes.next(highLast, null);
        }
    }
}
