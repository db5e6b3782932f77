package org.asterism.ostd.substitute;

import java.util.EnumSet;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;

/** {@link EnumSet}: asks class metadata for the constants, not a secret accessor. */
@SubstituteClass(value = EnumSet.class, reason = "reaches for the constants through SharedSecrets")
final class EnumSetSubstitute {
    private EnumSetSubstitute() {}

    @SubstituteMethod(reason = "constants from class metadata")
    static Object[] getUniverse(Class<?> type) {
        return ClassSubstitute.getEnumConstantsShared(type);
    }
}
