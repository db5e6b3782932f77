package org.asterism.ostd.bare;

import org.asterism.ostd.unsafe.ThreadArea;

/** Layout of a bare machine's words in a {@link ThreadArea}, after the saved stack pointer; shared with the assembly of each architecture. */
public final class MachineWords {
    /** 8 bytes: the {@link CpuArea} of the processor that the task runs on. */
    public static final int CPU = ThreadArea.MACHINE + 8;
    /** 8 bytes: stack pointer to continue with after user mode. */
    public static final int KERNEL_STACK = ThreadArea.MACHINE + 16;
    /** 8 bytes: where trap entry puts the register frame of the user image that runs. */
    public static final int USER_IMAGE = ThreadArea.MACHINE + 24;
    /** 8 bytes: the user's stack pointer during trap entry. */
    public static final int SCRATCH = ThreadArea.MACHINE + 32;
    /** 4 bytes: how many functions that compute in floating-point registers the task is inside. */
    public static final int FLOATING = ThreadArea.MACHINE + 40;

    private MachineWords() {}
}
