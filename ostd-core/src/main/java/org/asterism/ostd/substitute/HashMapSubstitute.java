package org.asterism.ostd.substitute;

import java.util.HashMap;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;

/** {@link HashMap}: orders colliding keys without reflection. */
@SubstituteClass(value = HashMap.class, reason = "asks reflection whether keys are comparable")
final class HashMapSubstitute {
    private HashMapSubstitute() {}

    @SubstituteMethod(reason = "the original reads generic signatures")
    static Class<?> comparableClassFor(Object key) {
        return ComparableClasses.of(key);
    }
}
