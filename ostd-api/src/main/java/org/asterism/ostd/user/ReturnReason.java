package org.asterism.ostd.user;

/** Why {@link UserMode#execute} returned. */
public enum ReturnReason {
    /** The program made a system call. */
    SYSCALL,
    /** The program took an exception. */
    EXCEPTION,
    /** {@link org.asterism.ostd.task.Task#raiseEvent()} was called for this task. */
    EVENT
}
