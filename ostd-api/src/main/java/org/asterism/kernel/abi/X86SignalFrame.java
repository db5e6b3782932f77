package org.asterism.kernel.abi;

/** Offsets in {@code struct rt_sigframe} of x86-64. Source: arch/x86/include/uapi/asm/{ucontext,sigcontext}.h. */
public final class X86SignalFrame {
    /** Return address of the handler: the restorer. */
    public static final int RETURN_ADDRESS = 0;
    /** {@code struct ucontext}. */
    public static final int UC_FLAGS = 8;
    public static final int UC_LINK = 16;
    public static final int UC_STACK = 24;
    /** {@code struct sigcontext}: R8 to R15 come first. */
    public static final int R8 = 48;
    public static final int DI = 112;
    public static final int SI = 120;
    public static final int BP = 128;
    public static final int BX = 136;
    public static final int DX = 144;
    public static final int AX = 152;
    public static final int CX = 160;
    public static final int SP = 168;
    public static final int IP = 176;
    public static final int FLAGS = 184;
    /** 16-bit CS, GS, FS and SS. */
    public static final int SEGMENTS = 192;
    public static final int ERR = 200;
    public static final int TRAPNO = 208;
    public static final int OLDMASK = 216;
    public static final int CR2 = 224;
    /** Address of the floating-point image. */
    public static final int FPSTATE = 232;
    public static final int UC_SIGMASK = 304;
    public static final int INFO = 312;
    /** Bytes of the frame. */
    public static final int BYTES = INFO + SiginfoLayout.BYTES;

    /** {@code uc_flags}: SS is saved. */
    public static final int UC_SIGCONTEXT_SS = 2;
    /** {@code uc_flags}: SS is restored as saved. */
    public static final int UC_STRICT_RESTORE_SS = 4;
    /** User code segment. */
    public static final int USER_CS = 0x33;
    /** User data segment. */
    public static final int USER_SS = 0x2b;
    /** Bytes below the stack pointer that belong to the interrupted function. */
    public static final int RED_ZONE = 128;
    /** Alignment of the floating-point image. */
    public static final int IMAGE_ALIGNMENT = 64;

    private X86SignalFrame() {
    }
}
