package org.asterism.ostd.user;

import org.asterism.ostd.spi.Ostd;
import org.asterism.ostd.spi.UserExecution;

/**
 * The registers of a user program while it is not running.
 *
 * <p>Registers have arch-neutral names for what every program start and system call needs, and numbers for the rest: the
 * order in {@code org.asterism.kernel.abi} of the architecture (x86-64: the order of {@code struct user_regs_struct}).
 * Values that a user program could not set itself (privileged flag bits, segment selectors) are masked, never trusted.
 */
public final class UserContext {
    /** Instruction pointer. */
    public static final int INSTRUCTION_POINTER = 32;
    /** Stack pointer. */
    public static final int STACK_POINTER = 33;
    /** Thread pointer: FS base on x86-64, {@code tp} on RISC-V. */
    public static final int THREAD_POINTER = 34;
    /** GS base on x86-64; reads as zero elsewhere. */
    public static final int GS_BASE = 35;
    /** Arithmetic and control flags on x86-64; reads as zero elsewhere. */
    public static final int FLAGS = 36;
    /** System call number as the program passed it. */
    public static final int SYSCALL_NUMBER = 37;
    /** System call result. */
    public static final int SYSCALL_RESULT = 38;
    /** First of six system call arguments, 40 to 45. */
    public static final int SYSCALL_ARGUMENT = 40;
    /** First of the architecture's general registers, 0 to 31 in the architecture's own encoding order. */
    public static final int GENERAL = 0;

    private final Object handle;

    private UserContext(Object handle) {
        this.handle = handle;
    }

    /**
     * Registers of zero.
     *
     * @return a new context
     */
    public static UserContext create() {
        return new UserContext(execution().createContext());
    }

    /**
     * A copy, floating-point and vector state included.
     *
     * @return a new context
     */
    public UserContext copy() {
        return new UserContext(execution().copyContext(handle));
    }

    /**
     * Reads a register.
     *
     * @param number one of the constants, or {@link #GENERAL} + the architecture's number
     * @return its value
     * @throws IllegalArgumentException if there is no such register
     */
    public long register(int number) {
        return execution().register(handle, number);
    }

    /**
     * Writes a register.
     *
     * @param number one of the constants, or {@link #GENERAL} + the architecture's number
     * @param value its new value
     * @throws IllegalArgumentException if there is no such register
     */
    public void setRegister(int number, long value) {
        execution().setRegister(handle, number, value);
    }

    /**
     * The number of the system call that the program made.
     *
     * @return as passed
     */
    public long syscallNumber() {
        return register(SYSCALL_NUMBER);
    }

    /**
     * An argument of the system call that the program made.
     *
     * @param index from 0 to 5
     * @return as passed
     */
    public long syscallArgument(int index) {
        return register(SYSCALL_ARGUMENT + index);
    }

    /**
     * Sets what the system call returns.
     *
     * @param value a result, or a negative error number
     */
    public void setSyscallResult(long value) {
        setRegister(SYSCALL_RESULT, value);
    }

    /**
     * What the last {@link ReturnReason#EXCEPTION} was.
     *
     * @return never null
     */
    public UserException exception() {
        return UserExceptions.of(execution().exceptionKind(handle));
    }

    /**
     * Where the last page fault happened.
     *
     * @return an address, 0 if the exception has none
     */
    public long faultAddress() {
        return execution().faultAddress(handle);
    }

    /**
     * What the last page fault attempted.
     *
     * @return a {@link org.asterism.ostd.mm.Protection} bit
     */
    public int faultAccess() {
        return execution().faultAccess(handle);
    }

    /**
     * The architecture's trap number of the last exception, for signal frames.
     *
     * @return x86: the vector
     */
    public int trapNumber() {
        return execution().trapNumber(handle);
    }

    /**
     * The architecture's error code of the last exception, for signal frames.
     *
     * @return 0 where there is none
     */
    public long errorCode() {
        return execution().errorCode(handle);
    }

    /**
     * Size of the floating-point and vector image.
     *
     * @return bytes
     */
    public static int floatingPointBytes() {
        return execution().floatingPointBytes();
    }

    /**
     * Copies floating-point and vector state out, as signal frames hold it.
     *
     * @param into at least {@link #floatingPointBytes()} bytes
     */
    public void saveFloatingPoint(byte[] into) {
        checkImage(into);
        execution().saveFloatingPoint(handle, into);
    }

    /**
     * Replaces floating-point and vector state.
     *
     * @param from as written by {@link #saveFloatingPoint}; bits that would fault are masked
     */
    public void restoreFloatingPoint(byte[] from) {
        checkImage(from);
        execution().restoreFloatingPoint(handle, from);
    }

    Object handle() {
        return handle;
    }

    private static void checkImage(byte[] image) {
        if (image.length < floatingPointBytes()) {
            throw new IllegalArgumentException("a floating-point image of " + image.length + " bytes; "
                    + floatingPointBytes() + " are needed");
        }
    }

    static UserExecution execution() {
        return Ostd.machine().userExecution();
    }
}
