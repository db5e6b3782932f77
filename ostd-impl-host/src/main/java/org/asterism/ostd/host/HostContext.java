package org.asterism.ostd.host;

/** A simulated register image, x86-64 shaped: sixteen general registers in encoding order and the special ones. */
final class HostContext {
    /** Size of an FXSAVE area. */
    static final int FLOATING_POINT_BYTES = 512;

    final long[] general = new long[16];
    final byte[] floatingPoint = new byte[FLOATING_POINT_BYTES];
    long instructionPointer;
    long threadPointer;
    long gsBase;
    long flags = 0x202;
    long syscallNumber;
    int exceptionKind;
    long faultAddress;
    int faultAccess;
    int trapNumber;
    long errorCode;

    HostContext copy() {
        HostContext copy = new HostContext();
        System.arraycopy(general, 0, copy.general, 0, general.length);
        System.arraycopy(floatingPoint, 0, copy.floatingPoint, 0, floatingPoint.length);
        copy.instructionPointer = instructionPointer;
        copy.threadPointer = threadPointer;
        copy.gsBase = gsBase;
        copy.flags = flags;
        copy.syscallNumber = syscallNumber;
        return copy;
    }
}
