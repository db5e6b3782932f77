package org.asterism.ostd.program.substitute;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.asterism.ostd.effect.BoundedRecursion;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;
import org.asterism.ostd.unsafe.TargetField;

/** {@link PrintStream} that encodes text as UTF-8 by itself, without writers and charset encoders in between. */
@SubstituteClass(value = PrintStream.class, reason = "its writers need charset encoders")
final class PrintStreamSubstitute {
    private static final String ENCODES = "encodes as UTF-8 without a writer";

    private PrintStreamSubstitute() {}

    @TargetField("closing")
    private static native boolean closing(Object stream);

    @TargetField("closing")
    private static native void closing(Object stream, boolean closing);

    @TargetField("trouble")
    private static native void trouble(Object stream, boolean trouble);

    @TargetField("autoFlush")
    private static native boolean autoFlush(Object stream);

    @TargetField("autoFlush")
    private static native void autoFlush(Object stream, boolean flush);

    @SubstituteMethod(name = "<init>", reason = ENCODES)
    static void create(PrintStream self, boolean flush, OutputStream out) {
        FilterOutputStreamSubstitute.out(self, out);
        autoFlush(self, flush);
    }

    @SubstituteMethod(name = "write", reason = ENCODES)
    static void text(PrintStream self, String text) {
        send(self, text.getBytes(StandardCharsets.UTF_8), text.indexOf('\n') >= 0);
    }

    @SubstituteMethod(name = "write", reason = ENCODES)
    static void text(PrintStream self, char[] text) {
        text(self, new String(text));
    }

    @SubstituteMethod(name = "writeln", reason = ENCODES)
    static void line(PrintStream self, String text) {
        send(self, (text + "\n").getBytes(StandardCharsets.UTF_8), true);
    }

    @SubstituteMethod(name = "writeln", reason = ENCODES)
    static void line(PrintStream self, char[] text) {
        line(self, new String(text));
    }

    @SubstituteMethod(reason = ENCODES)
    static void newLine(PrintStream self) {
        send(self, new byte[] {'\n'}, true);
    }

    private static void send(PrintStream self, byte[] bytes, boolean line) {
        try {
            synchronized (self) {
                OutputStream out = FilterOutputStreamSubstitute.out(self);
                if (out == null) {
                    throw new IOException("Stream closed");
                }
                out.write(bytes, 0, bytes.length);
                if (line && autoFlush(self)) {
                    out.flush();
                }
            }
        } catch (IOException failure) {
            trouble(self, true);
        }
    }

    @BoundedRecursion(times = 4, because = "a program prints into three streams around one another at most")
    @SubstituteMethod(reason = "there are no writers to close")
    static void close(PrintStream self) {
        synchronized (self) {
            if (closing(self)) {
                return;
            }
            closing(self, true);
            try {
                FilterOutputStreamSubstitute.out(self).close();
            } catch (IOException failure) {
                trouble(self, true);
            }
            FilterOutputStreamSubstitute.out(self, null);
        }
    }
}
