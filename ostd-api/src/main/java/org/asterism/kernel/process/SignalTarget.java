package org.asterism.kernel.process;

/** Something that signals can be sent to from lower services: a process group, by a terminal. */
public interface SignalTarget {
    /**
     * Sends a signal from the kernel.
     *
     * @param signal a number as signal(7)
     */
    void signal(int signal);
}
