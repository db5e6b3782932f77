package org.asterism.kernel.abi;

/** Options of wait4(2) and waitid(2), and the encoding of wait statuses. */
public final class WaitConstants {
    public static final int WNOHANG = 1;
    public static final int WUNTRACED = 2;
    public static final int WSTOPPED = 2;
    public static final int WEXITED = 4;
    public static final int WCONTINUED = 8;
    public static final int WNOWAIT = 0x0100_0000;
    public static final int WNOTHREAD = 0x2000_0000;
    public static final int WALL = 0x4000_0000;
    public static final int WCLONE = 0x8000_0000;

    public static final int P_ALL = 0;
    public static final int P_PID = 1;
    public static final int P_PGID = 2;
    public static final int P_PIDFD = 3;

    /** Status of a continued process. */
    public static final int CONTINUED = 0xffff;

    private WaitConstants() {
    }

    /**
     * Status of a process that called exit.
     *
     * @param code its low 8 bits count
     * @return a wait status
     */
    public static int exited(int code) {
        return (code & 0xff) << 8;
    }

    /**
     * Status of a process that a signal stopped.
     *
     * @param signal the signal
     * @return a wait status
     */
    public static int stopped(int signal) {
        return signal << 8 | 0x7f;
    }

    /**
     * The signal that ended a process.
     *
     * @param status a wait status
     * @return 0 if it exited by itself
     */
    public static int terminatingSignal(int status) {
        return status & 0x7f;
    }

    /**
     * The code a process exited with.
     *
     * @param status a wait status
     * @return from 0 to 255
     */
    public static int exitCode(int status) {
        return status >> 8 & 0xff;
    }
}
