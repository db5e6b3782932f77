package org.asterism.kernel.abi;

/** Operations of futex(2) and bits of robust mutexes. */
public final class FutexConstants {
    public static final int FUTEX_WAIT = 0;
    public static final int FUTEX_WAKE = 1;
    public static final int FUTEX_REQUEUE = 3;
    public static final int FUTEX_CMP_REQUEUE = 4;
    public static final int FUTEX_WAKE_OP = 5;
    public static final int FUTEX_WAIT_BITSET = 9;
    public static final int FUTEX_WAKE_BITSET = 10;
    public static final int FUTEX_PRIVATE_FLAG = 128;
    public static final int FUTEX_CLOCK_REALTIME = 256;

    /** Lock word: others wait. */
    public static final int FUTEX_WAITERS = 0x8000_0000;
    /** Lock word: the owner ended while it held the lock. */
    public static final int FUTEX_OWNER_DIED = 0x4000_0000;
    /** Lock word: the owner's thread id. */
    public static final int FUTEX_TID_MASK = 0x3fff_ffff;
    /** Bytes of {@code struct robust_list_head}: list, offset of the lock word, pending operation. */
    public static final int ROBUST_LIST_HEAD_BYTES = 24;
    /** Most entries of a robust list that the kernel walks. */
    public static final int ROBUST_LIST_LIMIT = 2048;

    private FutexConstants() {
    }
}
