package org.asterism.ostd.program;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/** What a machine gives to a program. */
public abstract class ProgramHost {
    private static ProgramHost installed;

    /**
     * Installs the host of this image, makes {@link System#in}, {@link System#out} and {@link System#err} its streams, and calls the current thread
     * {@code main}; before the program starts, by the task that will run it.
     *
     * @param host of this machine
     */
    public static void install(ProgramHost host) {
        installed = host;
        System.setIn(host.input());
        System.setOut(new PrintStream(host.output()));
        System.setErr(new PrintStream(host.errors()));
        Thread.currentThread().setName("main");
    }

    /**
     * The host in use.
     *
     * @return never null once a program runs
     */
    public static ProgramHost current() {
        return installed;
    }

    /**
     * Where standard input comes from.
     *
     * @return a stream whose reads wait for at least one byte
     */
    protected abstract InputStream input();

    /**
     * Where standard output goes.
     *
     * @return a stream that sends what it is given without waiting for more
     */
    protected abstract OutputStream output();

    /**
     * Where standard error goes.
     *
     * @return a stream that sends what it is given without waiting for more
     */
    protected abstract OutputStream errors();

    /**
     * Makes a task that runs a body to its end; it may start before this returns.
     *
     * @param name of the task, for reports
     * @param body must not throw
     * @throws OutOfMemoryError when there is no memory for its stack
     */
    public abstract void startTask(String name, Runnable body);

    /**
     * Wall time, or time since the start of a machine that has none.
     *
     * @return milliseconds
     */
    public abstract long currentTimeMillis();

    /**
     * Ends the program and everything around it; does not return.
     *
     * @param status for whoever waits for it
     */
    public abstract void exit(int status);
}
