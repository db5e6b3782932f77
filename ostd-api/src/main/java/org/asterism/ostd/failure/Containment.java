package org.asterism.ostd.failure;

/**
 * Somebody who knows what a task does for whom, and can end that alone. Attached to the task
 * ({@link org.asterism.ostd.task.Task#data()}).
 */
public interface Containment {
    /**
     * What the task is doing. Must not allocate or take locks: the last words of a kernel contain it.
     *
     * @return in words, such as the name of a system call; null if nothing in particular
     */
    String activity();

    /**
     * For whom it is done. Must not allocate or take locks.
     *
     * @return a process id; 0 for the kernel itself
     */
    int processId();

    /**
     * Reports a failure in the current task and ends what the task is for; the task itself ends afterwards. Called on top of the code that failed, which
     * does not go on.
     *
     * @param failure what happened, with the stack trace of the code that failed
     */
    void abandon(Throwable failure);
}
