package org.asterism.ostd.program.substitute;

import java.io.FilterOutputStream;
import java.io.OutputStream;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.TargetField;

/** Access to the stream inside a {@link FilterOutputStream}. */
@SubstituteClass(value = FilterOutputStream.class, reason = "PrintStream's substitution sets what its constructor would")
final class FilterOutputStreamSubstitute {
    private FilterOutputStreamSubstitute() {}

    @TargetField("out")
    static native OutputStream out(Object stream);

    @TargetField("out")
    static native void out(Object stream, OutputStream out);
}
