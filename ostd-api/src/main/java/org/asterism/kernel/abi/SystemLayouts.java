package org.asterism.kernel.abi;

/** Layouts of {@code struct utsname} and {@code struct sysinfo}. */
public final class SystemLayouts {
    /** Bytes of each of the six fields of {@code struct utsname}, a zero byte included. */
    public static final int UTSNAME_FIELD = 65;
    /** Bytes of {@code struct utsname}. */
    public static final int UTSNAME_BYTES = 6 * UTSNAME_FIELD;

    /** Bytes of {@code struct sysinfo}. */
    public static final int SYSINFO_BYTES = 112;
    public static final int SYSINFO_UPTIME = 0;
    public static final int SYSINFO_LOADS = 8;
    public static final int SYSINFO_TOTALRAM = 32;
    public static final int SYSINFO_FREERAM = 40;
    public static final int SYSINFO_PROCS = 80;
    public static final int SYSINFO_MEM_UNIT = 104;

    private SystemLayouts() {
    }
}
