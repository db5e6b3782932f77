package org.asterism.ostd.boot;

/** What this kernel calls itself. */
public final class KernelRelease {
    /** The release, in the form of Linux's, whose features it promises to programs. */
    public static final String NUMBER = "6.1.0-asterism";
    /** The version. */
    public static final String VERSION = "#1 Asterism 1.0.0";

    private KernelRelease() {
    }
}
