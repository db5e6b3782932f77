package org.asterism.ostd.platform;

import org.asterism.ostd.arch.Processor;
import org.asterism.ostd.arch.RawLock;
import org.asterism.ostd.log.LogRing;

/** The kernel log: a ring of bytes that keeps the newest lines, which also go to the console up to a level. */
final class KernelLog {
    private static final long NANOS_PER_MICRO = 1000;

    private final Processor processor;
    private final LogRing.Sink console;
    private final RawLock lock = new RawLock();
    private final LogRing ring = new LogRing();
    private volatile int consoleLevel = 6;

    KernelLog(Processor processor, ConsoleChannel console) {
        this.processor = processor;
        this.console = console;
    }

    void setConsoleLevel(int level) {
        consoleLevel = level;
    }

    /** Appends a line. */
    void append(int level, String message) {
        long start;
        long end;
        lock.lock();
        try {
            start = ring.written();
            ring.append(processor.monotonicNanos() / NANOS_PER_MICRO, message);
            end = ring.written();
        } finally {
            lock.unlock();
        }
        if (level <= consoleLevel) {
            ring.show(start, end, console);
        }
    }

    /** Copies the newest bytes; returns how many. */
    int read(byte[] into) {
        lock.lock();
        try {
            return ring.read(into);
        } finally {
            lock.unlock();
        }
    }
}
