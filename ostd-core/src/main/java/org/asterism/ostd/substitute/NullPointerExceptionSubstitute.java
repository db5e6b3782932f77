package org.asterism.ostd.substitute;

import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;

/** Stack traces of {@link NullPointerException}, which are recorded without a lock: one may be thrown in atomic context. */
@SubstituteClass(value = NullPointerException.class, reason = "helpful messages are the JVM's")
final class NullPointerExceptionSubstitute {
    private NullPointerExceptionSubstitute() {}

    @SubstituteMethod(reason = "the JDK's takes a monitor")
    static Throwable fillInStackTrace(NullPointerException self) {
        return ThrowableSubstitute.fillInStackTrace(self);
    }
}
