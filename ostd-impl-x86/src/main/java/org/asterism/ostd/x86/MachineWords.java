package org.asterism.ostd.x86;

import org.asterism.ostd.unsafe.ThreadArea;

/** Layout of this architecture's words in a {@link ThreadArea}, after the saved stack pointer; shared with {@code traps.S}. */
final class MachineWords {
    /** 8 bytes: the {@link CpuArea} of the processor that the task runs on. */
    static final int CPU = ThreadArea.MACHINE + 8;
    /** 8 bytes: stack pointer to continue with after user mode. */
    static final int KERNEL_STACK = ThreadArea.MACHINE + 16;
    /** 8 bytes: end of the register frame of the user image that runs. */
    static final int USER_IMAGE = ThreadArea.MACHINE + 24;
    /** 8 bytes: the user's stack pointer during system call entry. */
    static final int SCRATCH = ThreadArea.MACHINE + 32;
    /** 4 bytes: how many functions that compute in floating-point registers the task is inside. */
    static final int FLOATING = ThreadArea.MACHINE + 40;

    private MachineWords() {}
}
