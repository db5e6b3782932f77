package org.asterism.ostd.x86;

/** Layout of the area of a processor. The first word is shared with {@code traps.S}. */
final class CpuArea {
    /** 8 bytes: address of the task state segment. */
    static final int TASK_STATE_SEGMENT = 0;
    /** 4 bytes: set by the timer interrupt. */
    static final int ALARM = 8;
    /** 8 bytes: physical address of the active root table. */
    static final int ACTIVE_ROOT = 16;
    /** 16 bytes: an empty descriptor table pointer, for a restart by triple fault. */
    static final int EMPTY_POINTER = 32;

    private CpuArea() {}
}
