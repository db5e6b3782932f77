package org.asterism.ostd.arch;

import org.asterism.ostd.effect.InterruptSafe;

/**
 * User mode of an architecture. An image holds the registers of a user program, floating-point and vector state included; it is an object
 * whose register words lie in an array of primitives, so that no user value is taken for a reference.
 *
 * <p>One image at a time is <em>loaded</em> on a processor: registers that the kernel does not use itself (floating point, segment bases)
 * stay there between system calls.
 */
public abstract class UserEntry {
    /** Returned by {@link #enter}: the program made a system call. */
    public static final int SYSCALL = 0;
    /** Returned by {@link #enter}: the program took an exception. */
    public static final int EXCEPTION = 1;
    /** Returned by {@link #enter}: an interrupt came and was acknowledged. */
    public static final int INTERRUPT = 2;

    /** For subclasses. */
    protected UserEntry() {}

    /**
     * Makes an image.
     *
     * @return registers of zero with sane control state
     */
    public abstract Object create();

    /**
     * Copies an image that is not loaded.
     *
     * @param image source
     * @return the copy
     */
    public abstract Object copy(Object image);

    /**
     * Loads what user mode needs besides the registers of {@link #enter}. Called with interrupts off.
     *
     * @param image to load
     */
    public abstract void load(Object image);

    /**
     * Stores the loaded registers that the kernel does not use itself, and gives those that control floating point the kernel's values.
     * Called with interrupts or preemption off.
     *
     * @param image that is loaded
     */
    public abstract void store(Object image);

    /**
     * Tells whether the calling task is inside a method that computes in floating-point registers.
     *
     * @return whether they are not the user's
     */
    public abstract boolean isKernelComputing();

    /**
     * Runs user mode until something happens. Called with interrupts off, returns with interrupts off.
     *
     * @param image that is loaded
     * @return {@link #SYSCALL}, {@link #EXCEPTION} or {@link #INTERRUPT}
     */
    @InterruptSafe
    public abstract int enter(Object image);

    /**
     * Reads a register.
     *
     * @param image    any
     * @param register number as in {@link org.asterism.ostd.user.UserContext}
     * @return its value
     */
    public abstract long register(Object image, int register);

    /**
     * Writes a register, masking what a user program may not set.
     *
     * @param image    any
     * @param register number as in {@link org.asterism.ostd.user.UserContext}
     * @param value    new value
     */
    public abstract void setRegister(Object image, int register, long value);

    /**
     * Tells whether a register stays on the processor while its image is loaded.
     *
     * @param register number as in {@link org.asterism.ostd.user.UserContext}
     * @return whether the image must be loaded again after {@link #setRegister}
     */
    public abstract boolean isLoaded(int register);

    /**
     * Size of the floating-point image.
     *
     * @return bytes
     */
    public abstract int floatingPointBytes();

    /**
     * Copies floating-point state out of an image that is not loaded.
     *
     * @param image source
     * @param into  at least {@link #floatingPointBytes()} long
     */
    public abstract void readFloatingPoint(Object image, byte[] into);

    /**
     * Copies floating-point state into an image that is not loaded; bits that would fault are masked.
     *
     * @param image destination
     * @param from  at least {@link #floatingPointBytes()} long
     */
    public abstract void writeFloatingPoint(Object image, byte[] from);

    /**
     * The last exception.
     *
     * @param image any
     * @return ordinal of {@link org.asterism.ostd.user.UserException}
     */
    public abstract int exceptionKind(Object image);

    /**
     * The faulting address of the last exception.
     *
     * @param image any
     * @return 0 if it has none
     */
    public abstract long faultAddress(Object image);

    /**
     * The attempted access of the last page fault.
     *
     * @param image any
     * @return a {@link org.asterism.ostd.mm.Protection} bit
     */
    public abstract int faultAccess(Object image);

    /**
     * The architecture's number of the last exception.
     *
     * @param image any
     * @return x86: the vector
     */
    public abstract int trapNumber(Object image);

    /**
     * The error code of the last exception.
     *
     * @param image any
     * @return 0 where there is none
     */
    public abstract long errorCode(Object image);
}
