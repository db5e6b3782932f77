package org.asterism.ostd.log;

import org.asterism.ostd.spi.Ostd;

/** The kernel log. */
public final class Log {
    /** The system is unusable. */
    public static final int EMERGENCY = 0;
    /** An operation failed that should not. */
    public static final int ERROR = 3;
    /** Something is odd. */
    public static final int WARNING = 4;
    /** Milestones of normal operation. */
    public static final int INFO = 6;
    /** For developers. */
    public static final int DEBUG = 7;

    private Log() {
    }

    /**
     * Logs at level {@link #ERROR}.
     *
     * @param message one line, lower-case, specific
     */
    public static void error(String message) {
        Ostd.machine().platform().log(ERROR, message);
    }

    /**
     * Logs at level {@link #WARNING}.
     *
     * @param message one line, lower-case, specific
     */
    public static void warning(String message) {
        Ostd.machine().platform().log(WARNING, message);
    }

    /**
     * Logs at level {@link #INFO}.
     *
     * @param message one line, lower-case, specific
     */
    public static void info(String message) {
        Ostd.machine().platform().log(INFO, message);
    }

    /**
     * Logs at level {@link #DEBUG}.
     *
     * @param message one line, lower-case, specific
     */
    public static void debug(String message) {
        Ostd.machine().platform().log(DEBUG, message);
    }

    /**
     * Copies the newest part of the log, for dmesg(1).
     *
     * @param into where to put it
     * @return how many bytes
     */
    public static int read(byte[] into) {
        return Ostd.machine().platform().readLog(into);
    }

    /**
     * Sets up to which level lines go to the console too.
     *
     * @param level inclusive
     */
    public static void setConsoleLevel(int level) {
        Ostd.machine().platform().setConsoleLogLevel(level);
    }
}
