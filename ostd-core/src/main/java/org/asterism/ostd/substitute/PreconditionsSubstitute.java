package org.asterism.ostd.substitute;

import java.util.List;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;

/** The messages of {@code Objects.checkIndex} and its kin, put together without {@link String#format}. */
@SubstituteClass(className = "jdk.internal.util.Preconditions", reason = "formats its messages with String.format")
final class PreconditionsSubstitute {
    private PreconditionsSubstitute() {}

    @SubstituteMethod(reason = "concatenates the message")
    static String outOfBoundsMessage(String kind, List<?> values) {
        if (values == null || kind == null) {
            return "Range check failed";
        }
        return switch (kind) {
            case "checkIndex" -> "Index " + values.get(0) + " out of bounds for length " + values.get(1);
            case "checkFromToIndex" -> "Range [" + values.get(0) + ", " + values.get(1) + ") out of bounds for length " + values.get(2);
            case "checkFromIndexSize" -> "Range [" + values.get(0) + ", " + values.get(0) + " + " + values.get(1) + ") out of bounds for length " + values.get(2);
            default -> "Range check failed: " + kind + " " + values;
        };
    }
}
