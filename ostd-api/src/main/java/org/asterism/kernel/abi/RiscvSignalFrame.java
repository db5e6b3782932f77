package org.asterism.kernel.abi;

/**
 * Offsets in the signal frame of RISC-V: {@code siginfo_t}, then {@code struct ucontext} with the general registers and the floating-point state.
 * Source: arch/riscv/kernel/signal.c and its uapi headers.
 */
final class RiscvSignalFrame {
    static final int INFO = 0;
    static final int UCONTEXT = INFO + SiginfoLayout.BYTES;
    static final int UC_STACK = UCONTEXT + 16;
    static final int UC_SIGMASK = UCONTEXT + 40;
    /** The program counter, then x1 to x31. */
    static final int REGISTERS = UCONTEXT + 176;
    /** f0 to f31 and fcsr; the place would do for quadruple precision. */
    static final int FLOATING = REGISTERS + 32 * 8;
    static final int BYTES = FLOATING + 528;

    private RiscvSignalFrame() {
    }
}
