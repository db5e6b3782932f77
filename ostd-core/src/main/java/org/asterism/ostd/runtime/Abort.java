package org.asterism.ostd.runtime;

/**
 * The end of everything: how the runtime stops the machine or process when it can no longer trust itself. Allocates nothing.
 */
public abstract class Abort {
    private static Abort installed;

    /**
     * Installs the way this machine ends.
     *
     * @param abort of this machine
     */
    public static void install(Abort abort) {
        installed = abort;
    }

    /**
     * Reports and stops.
     *
     * @param reason what is wrong, a literal
     * @param value  an address or number that goes with it
     * @return never; for the compiler's sake, something to throw
     */
    public static IllegalStateException because(String reason, long value) {
        if (installed != null) {
            installed.stop(reason, value);
        }
        throw new IllegalStateException(reason + ": 0x" + Long.toHexString(value));
    }

    /**
     * Reports something that nobody caught, and stops.
     *
     * @param throwable what came to where nothing can take it
     */
    static void because(Throwable throwable) {
        if (installed != null) {
            installed.stop(throwable);
        }
    }

    /**
     * Prints a throwable with its stack trace, and does not return. Callable in any context.
     *
     * @param throwable not null
     */
    protected void stop(Throwable throwable) {
        stop(throwable.getClass().getName(), 0);
    }

    /**
     * Prints the reason and the value, and does not return. Callable in any context.
     *
     * @param reason what is wrong
     * @param value  an address or number that goes with it
     */
    protected abstract void stop(String reason, long value);
}
