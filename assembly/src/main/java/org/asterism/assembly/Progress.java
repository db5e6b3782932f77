package org.asterism.assembly;

import java.io.PrintStream;
import java.util.Locale;

/**
 * Tells how far an assembly is: one line a stage, with what it did and how long it took, and a passing line about units. Used by
 * one thread.
 */
public final class Progress {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long LOG_INTERVAL_NANOS = 10_000_000_000L;
    private static final String INDENTATION = " ".repeat(18);

    private final PrintStream out;
    private final boolean terminal;
    private final long begin = System.nanoTime();
    private long started = begin;
    private long lastUnits = begin;
    private boolean passing;

    private Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /**
     * Progress that is printed.
     *
     * @param out where to
     * @return a fresh one; the first stage starts now
     */
    public static Progress to(PrintStream out) {
        return new Progress(out, false);
    }

    /**
     * Progress that is printed to somebody who watches.
     *
     * @param out a terminal, where a passing line can be written over
     * @return a fresh one; the first stage starts now
     */
    public static Progress toTerminal(PrintStream out) {
        return new Progress(out, true);
    }

    /**
     * Progress that is not shown.
     *
     * @return a fresh one
     */
    public static Progress silent() {
        return new Progress(null, false);
    }

    /**
     * A stage has ended, and the next one starts.
     *
     * @param stage its name
     * @param result what it did, with sizes
     */
    public void done(String stage, String result) {
        long now = System.nanoTime();
        print(String.format(Locale.ROOT, "%-8s %6.2f s  %s", stage, (now - started) / NANOS_PER_SECOND, result));
        started = now;
    }

    /** The last stage has ended: prints the time of all. */
    public void end() {
        print(String.format(Locale.ROOT, "%-8s %6.2f s", "total", (System.nanoTime() - begin) / NANOS_PER_SECOND));
    }

    /**
     * Something inside the running stage that takes long.
     *
     * @param text what is being done
     */
    public void note(String text) {
        print(INDENTATION + text);
    }

    /**
     * How far the C compiler is. A terminal shows the newest of these lines alone, a log one every ten seconds.
     *
     * @param done units that are ready
     * @param total units of the image
     * @param compiled those of the ready ones that had to be compiled
     */
    public void units(int done, int total, int compiled) {
        String text = INDENTATION + "units: " + done + " of " + total + " ready, " + compiled + " compiled";
        long now = System.nanoTime();
        if (out != null && terminal) {
            out.print("\r" + text + "\033[K");
            out.flush();
            passing = true;
        } else if (now - lastUnits >= LOG_INTERVAL_NANOS) {
            print(text);
            lastUnits = now;
        }
    }

    private void print(String line) {
        if (out != null) {
            out.println(passing ? "\r\033[K" + line : line);
        }
        passing = false;
    }
}
