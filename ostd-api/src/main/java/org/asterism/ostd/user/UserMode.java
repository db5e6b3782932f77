package org.asterism.ostd.user;

import org.asterism.ostd.spi.UserExecution;

/** Entry to user mode by a call that returns when the program traps. */
public final class UserMode {
    private UserMode() {
    }

    /**
     * Runs the user program in the current task, in its active address space, until it makes a system call, takes an exception
     * or an event is raised. Interrupts and preemption in between are not seen.
     *
     * @param context the program's registers; updated on return
     * @return why it returned
     * @throws IllegalStateException with preemption off or without an active address space
     */
    public static ReturnReason execute(UserContext context) {
        return switch (UserContext.execution().execute(context.handle())) {
            case UserExecution.SYSCALL -> ReturnReason.SYSCALL;
            case UserExecution.EXCEPTION -> ReturnReason.EXCEPTION;
            default -> ReturnReason.EVENT;
        };
    }
}
