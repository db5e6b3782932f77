package org.asterism.ostd.substitute;

import org.asterism.ostd.runtime.ClassMetadata;
import org.asterism.ostd.runtime.ClassObjects;
import org.asterism.ostd.runtime.MonitorSupport;
import org.asterism.ostd.runtime.ObjectAllocator;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;

/** The natives of {@link Object}. */
@SubstituteClass(value = Object.class, reason = "natives")
final class ObjectSubstitute {
    private static final String NATIVE = "native";

    private ObjectSubstitute() {}

    @SubstituteMethod(reason = NATIVE)
    static Class<?> getClass(Object self) {
        return ClassObjects.classOf(ClassObjects.metadataOfObject(self));
    }

    @SubstituteMethod(reason = NATIVE)
    static int hashCode(Object self) {
        return MonitorSupport.identityHash(self);
    }

    @SubstituteMethod(reason = NATIVE)
    static Object clone(Object self) throws CloneNotSupportedException {
        long metadata = ClassObjects.metadataOfObject(self);
        if (ClassObjects.elementOf(metadata) == 0 && !ClassObjects.has(metadata, ClassMetadata.FLAG_CLONEABLE)) {
            throw new CloneNotSupportedException(ClassObjects.nameOf(metadata));
        }
        return ObjectAllocator.copyOf(self);
    }

    @SubstituteMethod(reason = NATIVE)
    static void notify(Object self) {
        MonitorSupport.wakeOne(self);
    }

    @SubstituteMethod(reason = NATIVE)
    static void notifyAll(Object self) {
        MonitorSupport.wakeAll(self);
    }

    @SubstituteMethod(reason = NATIVE)
    static void wait(Object self, long millis) {
        if (millis < 0) {
            throw new IllegalArgumentException("timeout value is negative");
        }
        MonitorSupport.await(self, millis == 0 || millis > Long.MAX_VALUE / 1_000_000 ? Long.MAX_VALUE : millis * 1_000_000);
    }
}
