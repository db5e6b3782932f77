package org.asterism.kernel.abi;

import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.mm.VmSpace;
import org.asterism.ostd.user.UserContext;

/** What differs between architectures in starting programs, system calls and signal frames. Implementations are pure. */
public interface UserAbi {
    /**
     * The machine number in ELF headers.
     *
     * @return {@code e_machine}
     */
    int elfMachine();

    /**
     * The string behind AT_PLATFORM.
     *
     * @return such as {@code x86_64}; empty if there is no such entry
     */
    String platform();

    /**
     * The bits behind AT_HWCAP.
     *
     * @return 0 if the architecture tells nothing by them
     */
    long hardwareCapabilities();

    /**
     * What {@code /proc/cpuinfo} tells of a processor, below its number.
     *
     * @return lines, names and values parted by a colon
     */
    String processorDescription();

    /**
     * The {@code si_code} of an illegal instruction.
     *
     * @return one of SIGILL's
     */
    int illegalInstructionCode();

    /**
     * The {@code si_code} of a breakpoint.
     *
     * @return SI_KERNEL, or one of SIGTRAP's
     */
    int breakpointCode();

    /**
     * Whether the {@code si_addr} of breakpoints and misaligned accesses is the instruction.
     *
     * @return false where Linux leaves it 0
     */
    boolean tellsInstruction();

    /**
     * Code that a handler returns to where programs do not bring their own restorer; it lies at {@link #signalReturnAddress()}.
     *
     * @return empty if programs bring it
     */
    byte[] signalReturnCode();

    /**
     * Where {@link #signalReturnCode()} lies in every program: in the last page of its addresses.
     *
     * @return page-aligned
     */
    static long signalReturnAddress() {
        return VmSpace.maximumAddress() - PageSize.BYTES;
    }

    /**
     * The order of the last two arguments of clone(2).
     *
     * @return whether the thread pointer comes before the address for the child's id
     */
    boolean clonesThreadPointerFirst();

    /**
     * The number of a system call.
     *
     * @param name as in syscalls(2)
     * @return −1 if this architecture has no such call
     */
    int syscallNumber(String name);

    /**
     * Bytes of {@code struct sigaction} as rt_sigaction(2) takes it.
     *
     * @return a size
     */
    int signalActionBytes();

    /**
     * Offset of {@code sa_mask} in {@code struct sigaction}; handler and flags come first everywhere.
     *
     * @return an offset
     */
    int signalActionMaskOffset();

    /**
     * Offset of {@code sa_restorer} in {@code struct sigaction}.
     *
     * @return −1 if there is no such field
     */
    int signalActionRestorerOffset();

    /**
     * Least size of an alternate signal stack.
     *
     * @return MINSIGSTKSZ
     */
    int minimumSignalStack();

    /**
     * Sets the registers for the first instruction of a program.
     *
     * @param context all registers zero
     * @param entry the first instruction
     * @param stack address of {@code argc}
     */
    default void startProgram(UserContext context, long entry, long stack) {
        context.setRegister(UserContext.INSTRUCTION_POINTER, entry);
        context.setRegister(UserContext.STACK_POINTER, stack);
    }

    /**
     * Makes the program execute its system call instruction again.
     *
     * @param context registers after the call
     * @param number the call's number; another one replaces the call
     * @param firstArgument the call's first argument
     */
    void repeatCall(UserContext context, long number, long firstArgument);

    /**
     * Writes a signal frame to user memory and sets the registers for the handler. Nothing is changed if it fails.
     *
     * @param context the registers to save and set
     * @param call the signal and its handler
     * @return whether the stack could be written
     */
    boolean enterHandler(UserContext context, HandlerCall call);

    /**
     * Reads the signal frame that a handler returns from, and sets the registers saved there, as far as user programs may.
     *
     * @param context the registers to set
     * @return what else the frame holds; null if it cannot be read
     */
    SavedSignalState leaveHandler(UserContext context);

    /**
     * The ABI of an architecture.
     *
     * @param architecture name as uname(2) tells it
     * @return its ABI
     */
    static UserAbi of(String architecture) {
        if (architecture.equals("x86_64")) {
            return new X86UserAbi();
        }
        if (architecture.equals("riscv64")) {
            return new RiscvUserAbi();
        }
        throw new IllegalArgumentException("no user ABI for architecture '" + architecture + "'; known: x86_64, riscv64");
    }
}
