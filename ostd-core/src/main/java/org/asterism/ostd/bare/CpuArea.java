package org.asterism.ostd.bare;

/** Layout of the area of a processor. Words that are not named here are the architecture's. */
public final class CpuArea {
    /** 4 bytes: set by the timer interrupt. */
    public static final int ALARM = 8;
    /** 8 bytes: physical address of the active root table. */
    public static final int ACTIVE_ROOT = 16;

    private CpuArea() {}
}
