package org.asterism.kernel.process;

import java.util.List;

/**
 * All processes and the figures of the whole system, for {@code /proc}: a service of the process bundle.
 *
 * <p>The file system is built on it, so its component must not need the file system.
 */
public interface ProcessDirectory {
    /**
     * All processes, zombies included.
     *
     * @return a snapshot in ascending order of ids
     */
    List<ProcessView> processes();

    /**
     * Finds a process.
     *
     * @param id a process id
     * @return null if there is none
     */
    ProcessView process(int id);

    /**
     * Counts the threads that run or could run.
     *
     * @return a snapshot
     */
    int runnableThreads();

    /**
     * Counts the processes and threads ever made.
     *
     * @return from boot on
     */
    long created();

    /**
     * The id given out last.
     *
     * @return positive
     */
    int lastId();

    /**
     * The average number of runnable threads.
     *
     * @param minutes 1, 5 or 15
     * @return in hundredths
     */
    int loadAverageHundredths(int minutes);

    /**
     * Time the processors spent idle, summed over processors.
     *
     * @return nanoseconds since boot
     */
    long idleNanos();
}
