package org.asterism.service.proc.process;

/** The timers of a process, as its end and execve(2) see them. */
public interface ProcessTimers {
    /** The process ends: disarms all timers. */
    void disarmAll();

    /** The process runs another program: deletes POSIX timers; interval timers stay. */
    void deletePosixTimers();
}
