package org.asterism.assembly;

import java.io.PrintStream;
import java.util.Locale;

/** Tells how far an assembly is: one line a stage, with what it did and how long it took. Used by one thread. */
public final class Progress {
    private static final double NANOS_PER_SECOND = 1e9;

    private final PrintStream out;
    private long started = System.nanoTime();

    private Progress(PrintStream out) {
        this.out = out;
    }

    /**
     * Progress that is printed.
     *
     * @param out where to
     * @return a fresh one; the first stage starts now
     */
    public static Progress to(PrintStream out) {
        return new Progress(out);
    }

    /**
     * Progress that is not shown.
     *
     * @return a fresh one
     */
    public static Progress silent() {
        return new Progress(null);
    }

    /**
     * A stage has ended, and the next one starts.
     *
     * @param stage its name
     * @param result what it did, with sizes
     */
    public void done(String stage, String result) {
        long now = System.nanoTime();
        if (out != null) {
            out.println(String.format(Locale.ROOT, "%-8s %6.2f s  %s", stage, (now - started) / NANOS_PER_SECOND, result));
        }
        started = now;
    }

    /**
     * Something inside the running stage that takes long.
     *
     * @param text what is being done
     */
    public void note(String text) {
        if (out != null) {
            out.println("                  " + text);
        }
    }
}
