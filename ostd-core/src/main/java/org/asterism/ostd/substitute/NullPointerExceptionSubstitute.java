package org.asterism.ostd.substitute;

import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;

/** {@link NullPointerException} without the message that HotSpot computes from bytecode. */
@SubstituteClass(value = NullPointerException.class, reason = "native")
final class NullPointerExceptionSubstitute {
    private NullPointerExceptionSubstitute() {}

    @SubstituteMethod(reason = "there is no bytecode to explain")
    static String getExtendedNPEMessage(NullPointerException self) {
        return null;
    }
}
