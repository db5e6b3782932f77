package org.asterism.ostd.platform;

import org.asterism.ostd.arch.Processor;
import org.asterism.ostd.arch.RawLock;

/** The kernel log: a ring of bytes that keeps the newest lines, which also go to the console up to a level. */
final class KernelLog {
    private static final int RING_BYTES = 64 << 10;
    private static final long NANOS_PER_MICRO = 1000;
    private static final int PREFIX_BYTES = 15;

    private final Processor processor;
    private final ConsoleChannel console;
    private final RawLock lock = new RawLock();
    private final byte[] ring = new byte[RING_BYTES];
    /** Bytes ever written. */
    private long written;
    private volatile int consoleLevel = 6;

    KernelLog(Processor processor, ConsoleChannel console) {
        this.processor = processor;
        this.console = console;
    }

    void setConsoleLevel(int level) {
        consoleLevel = level;
    }

    /** Appends lines: "[seconds.micros] message". */
    void append(int level, String message) {
        byte[] line = new byte[PREFIX_BYTES + message.length() + 1];
        prefix(line, processor.monotonicNanos() / NANOS_PER_MICRO);
        for (int i = 0; i < message.length(); i++) {
            char c = message.charAt(i);
            line[PREFIX_BYTES + i] = c < 0x80 ? (byte) c : (byte) '?';
        }
        line[line.length - 1] = '\n';
        lock.lock();
        try {
            for (byte b : line) {
                ring[(int) (written++ % RING_BYTES)] = b;
            }
        } finally {
            lock.unlock();
        }
        if (level <= consoleLevel) {
            console.write(line, 0, line.length);
        }
    }

    /** Copies the newest bytes; returns how many. */
    int read(byte[] into) {
        lock.lock();
        try {
            int count = (int) Math.min(Math.min(written, RING_BYTES), into.length);
            for (int i = 0; i < count; i++) {
                into[i] = ring[(int) ((written - count + i) % RING_BYTES)];
            }
            return count;
        } finally {
            lock.unlock();
        }
    }

    private static void prefix(byte[] line, long micros) {
        long rest = micros;
        for (int i = PREFIX_BYTES - 3; i > 0; i--) {
            if (i == 6) {
                line[i] = '.';
            } else {
                line[i] = rest == 0 && i < 5 ? (byte) ' ' : (byte) ('0' + rest % 10);
                rest /= 10;
            }
        }
        line[0] = '[';
        line[PREFIX_BYTES - 2] = ']';
        line[PREFIX_BYTES - 1] = ' ';
    }
}
