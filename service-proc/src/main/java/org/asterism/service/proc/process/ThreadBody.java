package org.asterism.service.proc.process;

/** What a thread's task does from start to end. */
public interface ThreadBody {
    /**
     * Runs the thread.
     *
     * @param thread the current task's
     */
    void run(ProgramThread thread);

    /**
     * What the thread asks of the kernel right now. Allocates nothing and takes no lock.
     *
     * @param thread any thread with this body
     * @return the name of a system call; null if it is not in one
     */
    default String activity(ProgramThread thread) {
        return null;
    }

    /**
     * Ends the process of a thread whose work for it failed, and the thread itself.
     *
     * @param thread the current task's
     * @param failure of the kernel
     */
    void abandon(ProgramThread thread, Throwable failure);
}
