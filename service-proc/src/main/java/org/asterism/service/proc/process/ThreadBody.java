package org.asterism.service.proc.process;

/** What a thread's task does from start to end. */
@FunctionalInterface
public interface ThreadBody {
    /**
     * Runs the thread.
     *
     * @param thread the current task's
     */
    void run(ProgramThread thread);
}
