package org.asterism.ostd.linux;

import org.asterism.ostd.unsafe.AssemblyAddress;

/** A page of raw memory for arguments of system calls. Used with preemption off. */
final class Scratch {
    /** 16 bytes: a timespec. */
    static final int TIMESPEC = 0;
    /** 32 bytes: an itimerval, or the action of a signal. */
    static final int TIMER = 16;
    /** The rest: a buffer of bytes. */
    static final int BUFFER = 64;
    /** Bytes of the buffer. */
    static final int BUFFER_BYTES = 4096 - BUFFER;

    private Scratch() {}

    @AssemblyAddress("asterism_scratch")
    static native long address();
}
