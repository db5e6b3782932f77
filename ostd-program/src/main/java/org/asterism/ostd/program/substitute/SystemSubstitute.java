package org.asterism.ostd.program.substitute;

import java.io.InputStream;
import java.io.PrintStream;
import org.asterism.ostd.program.ProgramHost;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;
import org.asterism.ostd.unsafe.TargetField;

/** What {@link System} asks an operating system for. */
@SubstituteClass(value = System.class, reason = "a program has streams, wall time and an end")
final class SystemSubstitute {
    private SystemSubstitute() {}

    @TargetField("in")
    private static native void in(InputStream stream);

    @TargetField("out")
    private static native void out(PrintStream stream);

    @TargetField("err")
    private static native void err(PrintStream stream);

    @SubstituteMethod(reason = "native")
    static void setIn0(InputStream stream) {
        in(stream);
    }

    @SubstituteMethod(reason = "native")
    static void setOut0(PrintStream stream) {
        out(stream);
    }

    @SubstituteMethod(reason = "native")
    static void setErr0(PrintStream stream) {
        err(stream);
    }

    @SubstituteMethod(reason = "native")
    static long currentTimeMillis() {
        ProgramHost host = ProgramHost.current();
        return host != null ? host.currentTimeMillis() : System.nanoTime() / 1_000_000; // initialisers may run before the host is there
    }

    @SubstituteMethod(reason = "there are no shutdown hooks to run")
    static void exit(int status) {
        ProgramHost.current().exit(status);
    }
}
