package org.asterism.ostd.substitute;

import java.util.concurrent.ConcurrentHashMap;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;

/** {@link ConcurrentHashMap}: orders colliding keys without reflection. */
@SubstituteClass(value = ConcurrentHashMap.class, reason = "asks reflection whether keys are comparable")
final class ConcurrentHashMapSubstitute {
    private ConcurrentHashMapSubstitute() {}

    @SubstituteMethod(reason = "the original reads generic signatures")
    static Class<?> comparableClassFor(Object key) {
        return ComparableClasses.of(key);
    }
}
