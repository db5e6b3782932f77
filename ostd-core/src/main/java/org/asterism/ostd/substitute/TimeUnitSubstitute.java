package org.asterism.ostd.substitute;

import java.util.concurrent.TimeUnit;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;

/** {@link TimeUnit}: conversions. */
@SubstituteClass(value = TimeUnit.class, reason = "what its switches share also names java.time")
final class TimeUnitSubstitute {
    private TimeUnitSubstitute() {}

    @SubstituteMethod(reason = "computed from the lengths of the units, saturating")
    static long convert(TimeUnit self, long duration, TimeUnit source) {
        return switch (self.ordinal()) {
            case 0 -> source.toNanos(duration);
            case 1 -> source.toMicros(duration);
            case 2 -> source.toMillis(duration);
            case 3 -> source.toSeconds(duration);
            case 4 -> source.toMinutes(duration);
            case 5 -> source.toHours(duration);
            default -> source.toDays(duration);
        };
    }
}
