package org.asterism.ostd.substitute;

import org.asterism.ostd.runtime.ClassMetadata;
import org.asterism.ostd.runtime.ClassInitialization;
import org.asterism.ostd.runtime.ClassObjects;
import org.asterism.ostd.runtime.ObjectAllocator;
import org.asterism.ostd.runtime.Parking;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.ObjectLayout;
import org.asterism.ostd.unsafe.ObjectReference;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;

/** The rest of {@code jdk.internal.misc.Unsafe} that java.base needs: arrays, classes, parking, copying. */
@SubstituteClass(className = "jdk.internal.misc.Unsafe", reason = "implemented inside the JVM")
final class UnsafeSubstitute {
    private static final String NATIVE = "native";

    private UnsafeSubstitute() {}

    @SubstituteMethod(reason = "nothing to register: natives are bound by the compiler")
    static void registerNatives() {
        // nothing to do
    }

    @SubstituteMethod(reason = NATIVE)
    static int arrayBaseOffset0(Object unsafe, Class<?> array) {
        return ObjectLayout.ARRAY_DATA;
    }

    @SubstituteMethod(reason = NATIVE)
    static int arrayIndexScale0(Object unsafe, Class<?> array) {
        return 1 << Address.loadByte(ClassObjects.metadataOf(array) + ClassMetadata.ELEMENT_SHIFT);
    }

    @SubstituteMethod(reason = NATIVE)
    static Object allocateInstance(Object unsafe, Class<?> type) throws InstantiationException {
        long metadata = ClassObjects.metadataOf(type);
        if (Address.loadByte(metadata + ClassMetadata.KIND) != ClassMetadata.KIND_INSTANCE) {
            throw new InstantiationException(type.getName());
        }
        ClassInitialization.initialize(metadata);
        return ObjectAllocator.allocateInstance(metadata);
    }

    @SubstituteMethod(reason = NATIVE)
    static boolean shouldBeInitialized0(Object unsafe, Class<?> type) {
        return Address.loadIntAcquire(ClassObjects.metadataOf(type) + ClassMetadata.INITIALIZATION_STATE) != ClassMetadata.STATE_INITIALIZED;
    }

    @SubstituteMethod(reason = NATIVE)
    static void ensureClassInitialized0(Object unsafe, Class<?> type) {
        ClassInitialization.initialize(ClassObjects.metadataOf(type));
    }

    @SubstituteMethod(reason = NATIVE)
    static void throwException(Object unsafe, Throwable throwable) {
        throw UnsafeSubstitute.<RuntimeException>anyThrowable(throwable);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T anyThrowable(Throwable throwable) throws T {
        throw (T) throwable;
    }

    @SubstituteMethod(reason = "waiting is the scheduler's business")
    static void park(Object unsafe, boolean absolute, long time) {
        if (absolute) {
            Parking.current().park(Math.max(1, time - System.currentTimeMillis()) * 1_000_000L);
        } else {
            Parking.current().park(time == 0 ? Long.MAX_VALUE : time);
        }
    }

    @SubstituteMethod(reason = "waking is the scheduler's business")
    static void unpark(Object unsafe, Object thread) {
        if (thread != null) {
            Parking.current().unpark(ThreadSubstitute.areaOf((Thread) thread));
        }
    }

    @SubstituteMethod(reason = NATIVE)
    static void copyMemory0(Object unsafe, Object from, long fromOffset, Object to, long toOffset, long bytes) {
        // SAFETY: used by java.base between primitive arrays only; the caller checked the ranges.
        Address.copyBytes(ObjectReference.toAddress(from) + fromOffset, ObjectReference.toAddress(to) + toOffset, bytes);
    }

    @SubstituteMethod(reason = NATIVE)
    static void copySwapMemory0(Object unsafe, Object from, long fromOffset, Object to, long toOffset, long bytes, long elementBytes) {
        // SAFETY: used by java.base between primitive arrays only; the caller checked the ranges.
        long source = ObjectReference.toAddress(from) + fromOffset;
        long target = ObjectReference.toAddress(to) + toOffset;
        for (long i = 0; i < bytes; i++) {
            Address.storeByte(target + (i ^ elementBytes - 1), Address.loadByte(source + i));
        }
    }

    @SubstituteMethod(reason = NATIVE)
    static void setMemory0(Object unsafe, Object object, long offset, long bytes, byte value) {
        long address = ObjectReference.toAddress(object) + offset;
        for (long i = 0; i < bytes; i++) {
            Address.storeByte(address + i, value);
        }
    }
}
