package org.asterism.kernel.abi;

/** Flags of clone(2) and the layout of {@code struct clone_args}. */
public final class CloneFlags {
    /** Low byte of clone(2)'s flags: the signal that tells the parent of the end. */
    public static final long EXIT_SIGNAL = 0xff;
    public static final long CLONE_VM = 0x100;
    public static final long CLONE_FS = 0x200;
    public static final long CLONE_FILES = 0x400;
    public static final long CLONE_SIGHAND = 0x800;
    public static final long CLONE_PIDFD = 0x1000;
    public static final long CLONE_PTRACE = 0x2000;
    public static final long CLONE_VFORK = 0x4000;
    public static final long CLONE_PARENT = 0x8000;
    public static final long CLONE_THREAD = 0x1_0000;
    public static final long CLONE_NEWNS = 0x2_0000;
    public static final long CLONE_SYSVSEM = 0x4_0000;
    public static final long CLONE_SETTLS = 0x8_0000;
    public static final long CLONE_PARENT_SETTID = 0x10_0000;
    public static final long CLONE_CHILD_CLEARTID = 0x20_0000;
    public static final long CLONE_DETACHED = 0x40_0000;
    public static final long CLONE_UNTRACED = 0x80_0000;
    public static final long CLONE_CHILD_SETTID = 0x100_0000;
    public static final long CLONE_NEWCGROUP = 0x200_0000;
    public static final long CLONE_NEWUTS = 0x400_0000;
    public static final long CLONE_NEWIPC = 0x800_0000;
    public static final long CLONE_NEWUSER = 0x1000_0000;
    public static final long CLONE_NEWPID = 0x2000_0000;
    public static final long CLONE_NEWNET = 0x4000_0000;
    public static final long CLONE_IO = 0x8000_0000L;
    /** clone3(2) only: handlers become the default action. */
    public static final long CLONE_CLEAR_SIGHAND = 0x1_0000_0000L;
    /** Namespaces. */
    public static final long NAMESPACES = CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER
            | CLONE_NEWPID | CLONE_NEWNET;

    /** Bytes of the first version of {@code struct clone_args}. */
    public static final int ARGS_BYTES_MIN = 64;
    /** Bytes of the newest version known. */
    public static final int ARGS_BYTES_MAX = 88;
    public static final int ARGS_FLAGS = 0;
    public static final int ARGS_PIDFD = 8;
    public static final int ARGS_CHILD_TID = 16;
    public static final int ARGS_PARENT_TID = 24;
    public static final int ARGS_EXIT_SIGNAL = 32;
    public static final int ARGS_STACK = 40;
    public static final int ARGS_STACK_SIZE = 48;
    public static final int ARGS_TLS = 56;
    public static final int ARGS_SET_TID = 64;
    public static final int ARGS_SET_TID_SIZE = 72;
    public static final int ARGS_CGROUP = 80;

    private CloneFlags() {
    }
}
