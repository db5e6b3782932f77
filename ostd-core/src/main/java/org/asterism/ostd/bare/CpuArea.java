package org.asterism.ostd.bare;

/** Layout of the area of a processor. Words that are not named here are the architecture's. */
public final class CpuArea {
    /** 4 bytes: set by the timer interrupt. */
    public static final int ALARM = 8;
    /** 8 bytes: physical address of the active root table. */
    public static final int ACTIVE_ROOT = 16;
    /** 8 bytes: a bit for each device interrupt that has come and was not delivered. */
    public static final int DEVICES_PENDING = 48;

    private CpuArea() {}
}
