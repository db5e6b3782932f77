package org.asterism.ostd.failure;

import org.asterism.ostd.boot.KernelRelease;
import org.asterism.ostd.spi.Machine;
import org.asterism.ostd.spi.Ostd;
import org.asterism.ostd.task.Task;

/**
 * Writes what a kernel says before it stops, character by character. Any context; allocates nothing and takes no lock, but for
 * {@link #trace(Throwable)}.
 */
public abstract class LastWords {
    private static final String DIGITS = "0123456789abcdef";
    static final String UNKNOWN_FILE = "Unknown Source";

    /** Nothing is written yet. */
    protected LastWords() {
    }

    /**
     * Writes a character.
     *
     * @param character of ASCII
     */
    protected abstract void write(int character);

    /**
     * Writes text.
     *
     * @param text null for nothing
     */
    public final void text(String text) {
        for (int i = 0; text != null && i < text.length(); i++) {
            write(text.charAt(i));
        }
    }

    /**
     * Writes a named number.
     *
     * @param name what comes first
     * @param value written with all hexadecimal digits
     */
    public final void number(String name, long value) {
        text(name);
        text("0x");
        for (int shift = 60; shift >= 0; shift -= 4) {
            write(DIGITS.charAt((int) (value >>> shift & 15)));
        }
    }

    /**
     * Writes a line about a frame, as reports in the log have it.
     *
     * @param className binary name
     * @param method name
     * @param file name of the source file, null if it is not known
     * @param line number, not negative
     * @param bundle symbolic name
     */
    public final void frame(String className, String method, String file, int line, String bundle) {
        text("\n  at ");
        text(className);
        text(".");
        text(method);
        text("(");
        text(file == null ? UNKNOWN_FILE : file);
        text(":");
        decimal(line);
        text(") [");
        text(bundle);
        text("]");
    }

    /**
     * Writes where a throwable was made. Allocates.
     *
     * @param throwable any
     */
    public final void trace(Throwable throwable) {
        for (StackTraceElement at : throwable.getStackTrace()) {
            frame(at.getClassName(), at.getMethodName(), at.getFileName(), Math.max(0, at.getLineNumber()), at.getModuleName());
        }
    }

    /** Writes what was going on, as far as the machine is up: task, process, system call, version, taint. */
    public final void circumstances() {
        Machine machine = Ostd.machine();
        if (machine == null || machine.tasks() == null) {
            return;
        }
        Task task = machine.tasks().current();
        text("\n  task ");
        text(task.name());
        if (task.data() instanceof Containment containment) {
            text(", process ");
            decimal(containment.processId());
            String activity = containment.activity();
            text(activity == null ? null : ", system call ");
            text(activity);
        }
        text("\n  kernel ");
        text(KernelRelease.NUMBER);
        text(" ");
        text(KernelRelease.VERSION);
        Taint taint = machine.taint();
        for (int i = 0; i < taint.size(); i++) {
            text(i == 0 ? ", tainted by " : ", ");
            text(taint.bundle(i));
        }
    }

    private void decimal(int number) {
        int unit = 1;
        while (number / unit > 9) {
            unit *= 10;
        }
        for (; unit > 0; unit /= 10) {
            write(DIGITS.charAt(number / unit % 10));
        }
    }
}
