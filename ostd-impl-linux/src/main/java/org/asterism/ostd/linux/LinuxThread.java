package org.asterism.ostd.linux;

/** Runs a {@link Thread} as a task of this process; what its end must do is the business of whoever knows Thread's fields. */
public final class LinuxThread {
    private LinuxThread() {}

    /**
     * Makes a task that will run a body; it may start before this returns.
     *
     * @param body   what it runs, to its end; must not throw
     * @param daemon whether the process may end without it
     * @return the task's control area
     */
    public static long start(Runnable body, boolean daemon) {
        return LinuxScheduler.get().start(body, daemon).area;
    }
}
