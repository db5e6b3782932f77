package org.asterism.ostd.linux;

import org.asterism.ostd.unsafe.AssemblyAddress;

/** A page of raw memory for arguments of system calls. Used by one task at a time, with preemption off or in passing. */
final class Scratch {
    /** 16 bytes: a timespec. */
    static final int TIMESPEC = 0;
    /** The rest: a buffer of bytes. */
    static final int BUFFER = 64;
    /** Bytes of the buffer. */
    static final int BUFFER_BYTES = 4096 - BUFFER;

    private Scratch() {}

    @AssemblyAddress("asterism_scratch")
    static native long address();
}
