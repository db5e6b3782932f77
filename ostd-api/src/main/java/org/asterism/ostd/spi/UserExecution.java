package org.asterism.ostd.spi;

/** User mode below the API: register images, named by opaque handles, and entry. */
public interface UserExecution {
    /** Returned by {@link #execute}: the program made a system call. */
    int SYSCALL = 0;
    /** Returned by {@link #execute}: the program took an exception. */
    int EXCEPTION = 1;
    /** Returned by {@link #execute}: an event was raised for the task. */
    int EVENT = 2;

    /**
     * Makes a register image of zeroes with sane control state.
     *
     * @return a handle
     */
    Object createContext();

    /**
     * Copies an image, floating-point and vector state included; the source must not be executing.
     *
     * @param context source
     * @return a handle of the copy
     */
    Object copyContext(Object context);

    /**
     * Reads a register of the image.
     *
     * @param context a handle
     * @param register number as in {@link org.asterism.ostd.user.UserContext}
     * @return its value
     */
    long register(Object context, int register);

    /**
     * Writes a register of the image; control bits that user programs may not set are kept or masked.
     *
     * @param context a handle
     * @param register number as in {@link org.asterism.ostd.user.UserContext}
     * @param value its new value
     */
    void setRegister(Object context, int register, long value);

    /**
     * Size of the floating-point and vector image that signal frames hold.
     *
     * @return bytes
     */
    int floatingPointBytes();

    /**
     * Copies floating-point and vector state out, in the layout of the architecture's signal frames (x86: FXSAVE/XSAVE).
     *
     * @param context a handle
     * @param into at least {@link #floatingPointBytes()} bytes
     */
    void saveFloatingPoint(Object context, byte[] into);

    /**
     * Replaces floating-point and vector state; control bits that would fault are masked.
     *
     * @param context a handle
     * @param from as written by {@link #saveFloatingPoint}
     */
    void restoreFloatingPoint(Object context, byte[] from);

    /**
     * Runs user mode in the current task until something happens.
     *
     * @param context a handle
     * @return {@link #SYSCALL}, {@link #EXCEPTION} or {@link #EVENT}
     */
    int execute(Object context);

    /**
     * The exception of the last return.
     *
     * @param context a handle
     * @return ordinal of {@link org.asterism.ostd.user.UserException}
     */
    int exceptionKind(Object context);

    /**
     * The faulting address of the last exception.
     *
     * @param context a handle
     * @return an address, 0 if the exception has none
     */
    long faultAddress(Object context);

    /**
     * The attempted access of the last page fault.
     *
     * @param context a handle
     * @return a {@link org.asterism.ostd.mm.Protection} bit
     */
    int faultAccess(Object context);

    /**
     * Trap number of the last exception, as the architecture numbers it.
     *
     * @param context a handle
     * @return x86: the vector
     */
    int trapNumber(Object context);

    /**
     * Error code of the last exception.
     *
     * @param context a handle
     * @return x86: the error code; 0 where there is none
     */
    long errorCode(Object context);
}
