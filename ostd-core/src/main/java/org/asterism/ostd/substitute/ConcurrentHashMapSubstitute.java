package org.asterism.ostd.substitute;

import java.util.concurrent.ConcurrentHashMap;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;
import org.asterism.ostd.unsafe.TargetField;
import org.asterism.ostd.unsafe.TargetMethod;

/** {@link ConcurrentHashMap}: sizes itself in integers, and orders colliding keys without reflection. */
@SubstituteClass(value = ConcurrentHashMap.class, reason = "computes sizes in floating point, and asks reflection whether keys are comparable")
final class ConcurrentHashMapSubstitute {
    private static final int LARGEST_TABLE = 1 << 30;

    private ConcurrentHashMapSubstitute() {}

    @TargetField("sizeCtl")
    private static native void sizeControl(Object map, int value);

    @TargetMethod("tableSizeFor")
    private static native int tableSizeFor(int capacity);

    @SubstituteMethod(reason = "the original reads generic signatures")
    static Class<?> comparableClassFor(Object key) {
        return ComparableClasses.of(key);
    }

    @SubstituteMethod(name = "<init>", reason = "load factor in integers")
    static void create(ConcurrentHashMap<?, ?> self, int capacity) {
        if (capacity < 0) {
            throw new IllegalArgumentException();
        }
        sizeControl(self, capacity >= LARGEST_TABLE / 2 ? LARGEST_TABLE : tableSizeFor(capacity + capacity / 3 + 1));
    }

    @SubstituteMethod(reason = "there is no pool of threads to share bulk operations with: the caller does all of the work")
    static int batchFor(ConcurrentHashMap<?, ?> self, long threshold) {
        return 0;
    }
}
