package org.asterism.ostd.substitute;

import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;

/** {@code jdk.internal.misc.VM}: the time of day, in milliseconds. */
@SubstituteClass(className = "jdk.internal.misc.VM", reason = "natives")
final class VMSubstitute {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private VMSubstitute() {}

    @SubstituteMethod(reason = "native")
    static long getNanoTimeAdjustment(long offsetSeconds) {
        return (System.currentTimeMillis() - offsetSeconds * 1000) * NANOS_PER_MILLI;
    }
}
