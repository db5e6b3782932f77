package org.asterism.ostd.linux;

import org.asterism.ostd.unsafe.AssemblySymbol;

/** The system calls this process makes, by their x86-64 numbers. A negative result is an errno with its sign changed. */
final class LinuxSystemCalls {
    private static final long READ = 0;
    private static final long WRITE = 1;
    private static final long MMAP = 9;
    private static final long RT_SIGACTION = 13;
    private static final long MADVISE = 28;
    private static final long NANOSLEEP = 35;
    private static final long SETITIMER = 38;
    private static final long EXIT_GROUP = 231;
    private static final long CLOCK_GETTIME = 228;
    private static final long PROT_READ_WRITE = 3;
    private static final long MAP_PRIVATE_ANONYMOUS_NORESERVE = 0x4022;
    private static final long MADV_DONTNEED = 4;

    private LinuxSystemCalls() {}

    @AssemblySymbol("asterism_linux_syscall")
    private static native long call(long number, long a, long b, long c, long d, long e, long f);

    static long read(int file, long address, long bytes) {
        return call(READ, file, address, bytes, 0, 0, 0);
    }

    static long write(int file, long address, long bytes) {
        return call(WRITE, file, address, bytes, 0, 0, 0);
    }

    static long reserve(long bytes) {
        return call(MMAP, 0, bytes, PROT_READ_WRITE, MAP_PRIVATE_ANONYMOUS_NORESERVE, -1, 0);
    }

    static void discard(long address, long bytes) {
        call(MADVISE, address, bytes, MADV_DONTNEED, 0, 0, 0);
    }

    static void clock(int clock, long timespec) {
        call(CLOCK_GETTIME, clock, timespec, 0, 0, 0, 0);
    }

    static void sleep(long timespec) {
        call(NANOSLEEP, timespec, 0, 0, 0, 0, 0);
    }

    static void exit(int status) {
        call(EXIT_GROUP, status, 0, 0, 0, 0, 0);
    }

    static long signalAction(int signal, long action) {
        return call(RT_SIGACTION, signal, action, 0, 8, 0, 0);
    }

    static void intervalTimer(long value) {
        call(SETITIMER, 0, value, 0, 0, 0, 0);
    }
}
