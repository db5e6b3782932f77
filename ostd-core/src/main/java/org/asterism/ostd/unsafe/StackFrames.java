package org.asterism.ostd.unsafe;

/**
 * The machine stack of the caller; intrinsics of the compiler, absent on a JVM. Frame pointers are kept everywhere: at a frame pointer
 * lie the caller's frame pointer and, 8 bytes above, the return address (x86-64; RISC-V keeps the same pair right below the pointer).
 */
public final class StackFrames {
    private StackFrames() {}

    /**
     * The stack pointer, at some point inside the calling method.
     *
     * @return an address inside the current stack
     */
    public static long stackPointer() {
        throw absent();
    }

    /**
     * The frame pointer of the calling method.
     *
     * @return an address inside the current stack
     */
    public static long framePointer() {
        throw absent();
    }

    /**
     * Where the calling method will return to.
     *
     * @return an address of machine code
     */
    public static long returnAddress() {
        throw absent();
    }

    /**
     * The return address in a frame.
     *
     * @param framePointer of a method
     * @return an address of machine code
     */
    public static long returnAddress(long framePointer) {
        throw absent();
    }

    /**
     * The frame of the caller of a method.
     *
     * @param framePointer of the method
     * @return the caller's frame pointer
     */
    public static long caller(long framePointer) {
        throw absent();
    }

    private static UnsupportedOperationException absent() {
        return new UnsupportedOperationException("a JVM does not show its stack; this code runs only when compiled ahead of time");
    }
}
