package org.asterism.ostd.x86;

/**
 * Layout of the area of a processor, which its GS base points to in kernel mode. The first part is shared with {@code traps.S} and
 * with compiled code.
 */
final class CpuArea {
    /** 8 bytes: thread area of the running task. */
    static final int CURRENT_AREA = 0;
    /** 8 bytes: stack limit of the running task; recursive methods compare with it. */
    static final int STACK_LIMIT = 8;
    /** 8 bytes: stack pointer to continue with after user mode. */
    static final int KERNEL_STACK = 16;
    /** 8 bytes: end of the register frame of the user image that runs. */
    static final int USER_IMAGE = 24;
    /** 8 bytes: the user's stack pointer during system call entry. */
    static final int SCRATCH = 32;
    /** 8 bytes: address of the task state segment. */
    static final int TASK_STATE_SEGMENT = 40;
    /** 4 bytes: set by the timer interrupt. */
    static final int ALARM = 48;
    /** 8 bytes: physical address of the active root table. */
    static final int ACTIVE_ROOT = 56;

    private CpuArea() {}
}
