package org.asterism.ostd.substitute;

import java.util.EnumMap;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;

/** {@link EnumMap}: asks class metadata for the constants, not a secret accessor. */
@SubstituteClass(value = EnumMap.class, reason = "reaches for the constants through SharedSecrets")
final class EnumMapSubstitute {
    private EnumMapSubstitute() {}

    @SubstituteMethod(reason = "constants from class metadata")
    static Object[] getKeyUniverse(Class<?> type) {
        return ClassSubstitute.getEnumConstantsShared(type);
    }
}
