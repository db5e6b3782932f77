package org.asterism.ostd.mm;

/** Access rights of a user page, as a bit set in an {@code int}. */
public final class Protection {
    /** No access: a mapping that faults on every touch. */
    public static final int NONE = 0;
    /** Loads are allowed. */
    public static final int READ = 1;
    /** Stores are allowed. */
    public static final int WRITE = 2;
    /** Instruction fetches are allowed. */
    public static final int EXECUTE = 4;

    private Protection() {
    }
}
