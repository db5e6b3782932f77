package org.asterism.ostd.platform;

/** Throwables as text, for the log. */
public final class StackTraceText {
    private static final int MOST_CAUSES = 4;

    private StackTraceText() {}

    /**
     * A throwable with its stack trace and causes, one line each.
     *
     * @param prefix    what comes first
     * @param throwable to print
     * @return lines without a final newline
     */
    public static String of(String prefix, Throwable throwable) {
        StringBuilder text = new StringBuilder(prefix);
        Throwable next = throwable;
        for (int i = 0; next != null && i < MOST_CAUSES; i++) {
            text.append(i == 0 ? "" : "\ncaused by ").append(next);
            for (StackTraceElement element : next.getStackTrace()) {
                text.append("\n  at ").append(element);
            }
            next = next.getCause();
        }
        return text.toString();
    }
}
