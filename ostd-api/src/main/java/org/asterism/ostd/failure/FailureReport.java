package org.asterism.ostd.failure;

import java.util.Objects;
import org.asterism.ostd.boot.KernelRelease;
import org.asterism.ostd.log.Log;
import org.asterism.ostd.spi.BrokenPromise;
import org.asterism.ostd.spi.Ostd;
import org.asterism.ostd.task.HeldLocks;
import org.asterism.ostd.task.Task;

/**
 * What the log says of code that failed: what happened, the stack trace with files, lines and bundles, the causes, the task, and what the
 * caller knows besides.
 */
public final class FailureReport {
    private static final int MOST_FRAMES = 40;
    private static final int MOST_CAUSES = 8;
    private static final String PLATFORM = "java.base";
    private static final String FRAMEWORK = "org.asterism.ostd.";
    private static final String UNKNOWN = "unknown";

    private static final StackTraceElement[] NO_FRAMES = {};

    private final StringBuilder text = new StringBuilder();
    /** The moment before which the task took what stays locked. */
    private final long before;

    private FailureReport(long before) {
        this.before = before;
    }

    /**
     * Cleans up after a failure in the current task, and reports it: releases the locks that were left locked, turns preemption on, marks the
     * bundle whose code threw. Does not fail, whatever the memory and whatever the failure does when it is asked about itself.
     *
     * @param where what failed, such as {@code a system call}
     * @param failure what came out of it
     * @param details more lines, empty ones left out
     */
    public static void contain(String where, Throwable failure, String... details) {
        containSince(0, where, failure, details);
    }

    /**
     * Does the same for code that was called with locks held, which stay so.
     *
     * @param before what {@link HeldLocks#mark} was when it was called
     * @param where what failed
     * @param failure what came out of it
     * @param details more lines, empty ones left out
     */
    public static void containSince(long before, String where, Throwable failure, String... details) {
        String left = HeldLocks.releaseAll(before);
        try {
            FailureReport report = new FailureReport(before);
            StackTraceElement[] trace = report.trace(failure);
            taint().mark(report.culprit(failure, trace));
            report.text.append("failure in ").append(where).append(": ");
            report.append(failure, trace, NO_FRAMES);
            report.appendCauses(failure, trace);
            report.log(left, details);
        } catch (OutOfMemoryError e) {
            Log.error("failure, and no memory for a report of it");
        }
    }

    /**
     * Cleans up after code in the current task that returned and left locks behind, and reports it.
     *
     * @param what happened
     * @param bundle that did it; null if it is not known
     * @param details more lines, empty ones left out
     */
    public static void note(String what, String bundle, String... details) {
        String left = HeldLocks.releaseAll();
        taint().mark(bundle == null ? UNKNOWN : bundle);
        try {
            FailureReport report = new FailureReport(0);
            report.text.append("failure: ").append(what).append(bundle == null ? "" : " [" + bundle + ']');
            report.log(left, details);
        } catch (OutOfMemoryError e) {
            Log.error("failure, and no memory for a report of it");
        }
    }

    private void log(String left, String... details) {
        add(Task.current().toString());
        for (String detail : details) {
            add(detail);
        }
        add(left == null ? "" : "left locked, released now: " + left);
        add("kernel " + KernelRelease.NUMBER + ' ' + KernelRelease.VERSION + ", " + taint());
        Log.error(text.toString());
    }

    private void add(String line) {
        if (!line.isEmpty()) {
            text.append("\n  ").append(line);
        }
    }

    /**
     * Who has failed so far.
     *
     * @return never null
     */
    public static Taint taint() {
        return Ostd.machine().taint();
    }

    private void append(Throwable failure, StackTraceElement[] trace, StackTraceElement[] enclosing) {
        text.append(description(failure));
        int shown = trace.length;
        for (int other = enclosing.length; shown > 1 && other > 0 && trace[shown - 1].equals(enclosing[other - 1]); other--) {
            shown--;
        }
        for (int i = 0; i < Math.min(shown, MOST_FRAMES); i++) {
            append(trace[i]);
        }
        if (Math.min(shown, MOST_FRAMES) < trace.length) {
            text.append("\n  ... ").append(trace.length - Math.min(shown, MOST_FRAMES)).append(" more");
        }
    }

    /** What a throwable says of itself; its class alone when it throws in its turn. */
    private String description(Throwable failure) {
        try {
            return String.valueOf(failure.toString());
        } catch (Throwable e) {
            HeldLocks.releaseAll(before);
            return failure.getClass().getName() + ", whose message cannot be told: " + e.getClass().getName();
        }
    }

    /** The frames of a throwable, as the machine recorded them; where it did not, what the throwable says, which may be anything. */
    private StackTraceElement[] trace(Throwable failure) {
        try {
            StackTraceElement[] recorded = Ostd.machine().platform().recordedTrace(failure);
            if (recorded != null) {
                return recorded;
            }
            StackTraceElement[] trace = failure.getStackTrace().clone();
            for (StackTraceElement frame : trace) {
                Objects.requireNonNull(frame);
            }
            return trace;
        } catch (Throwable e) {
            HeldLocks.releaseAll(before);
            return NO_FRAMES;
        }
    }

    /** The cause of a throwable; null if it has none or tells none. */
    private Throwable cause(Throwable failure) {
        try {
            return failure.getCause();
        } catch (Throwable e) {
            HeldLocks.releaseAll(before);
            return null;
        }
    }

    private void append(StackTraceElement frame) {
        text.append("\n  at ").append(frame.getClassName()).append('.').append(frame.getMethodName()).append('(')
                .append(frame.getFileName() == null ? LastWords.UNKNOWN_FILE : frame.getFileName());
        if (frame.getLineNumber() > 0) {
            text.append(':').append(frame.getLineNumber());
        }
        text.append(')');
        if (frame.getModuleName() != null) {
            text.append(" [").append(frame.getModuleName()).append(']');
        }
    }

    private void appendCauses(Throwable failure, StackTraceElement[] trace) {
        StackTraceElement[] enclosing = trace;
        Throwable cause = cause(failure);
        for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
            text.append("\ncaused by ");
            StackTraceElement[] own = trace(cause);
            append(cause, own, enclosing);
            enclosing = own;
            cause = cause(cause);
        }
    }

    /** Whose failure it is. */
    private String culprit(Throwable failure, StackTraceElement[] trace) {
        String bundle = null;
        if (failure instanceof BrokenPromise broken) {
            bundle = Ostd.machine().platform().bundleOf(broken.breaker());
        } else if (failure.getClass() == ExceptionInInitializerError.class && isOfTheFramework(culprit(trace))) {
            Throwable wrapped = cause(failure);
            bundle = wrapped == null ? null : culprit(trace(wrapped));
        } else if (trace.length == 0) {
            bundle = Ostd.machine().platform().bundleOf(failure);
        }
        return bundle == null || bundle.equals(PLATFORM) ? culprit(trace) : bundle;
    }

    private static boolean isOfTheFramework(String bundle) {
        return bundle.equals(UNKNOWN) || bundle.startsWith(FRAMEWORK);
    }

    /** The bundle of the innermost frame that is neither the language's nor OSTD's; of theirs, if there is no other. */
    private static String culprit(StackTraceElement[] trace) {
        String innermost = UNKNOWN;
        for (StackTraceElement frame : trace) {
            String bundle = frame.getModuleName();
            if (bundle != null && !bundle.equals(PLATFORM)) {
                if (!bundle.startsWith(FRAMEWORK)) {
                    return bundle;
                }
                innermost = innermost.equals(UNKNOWN) ? bundle : innermost;
            }
        }
        return innermost;
    }
}
