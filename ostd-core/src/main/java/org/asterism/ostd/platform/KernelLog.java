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
    private final byte[] prefix = new byte[PREFIX_BYTES];
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
        long start;
        long end;
        lock.lock();
        try {
            start = written;
            prefix(processor.monotonicNanos() / NANOS_PER_MICRO);
            for (int i = 0; i < PREFIX_BYTES; i++) {
                put(prefix[i]);
            }
            for (int i = 0; i < message.length(); i++) {
                char c = message.charAt(i);
                put(c < 0x80 ? (byte) c : (byte) '?');
            }
            put((byte) '\n');
            end = written;
        } finally {
            lock.unlock();
        }
        if (level <= consoleLevel) {
            show(start, end);
        }
    }

    private void put(byte b) {
        ring[(int) (written++ % RING_BYTES)] = b;
    }

    /** Writes a line to the console, from the ring: its end may lie before its beginning there. */
    private void show(long start, long end) {
        long from = Math.max(start, end - RING_BYTES);
        while (from < end) {
            int at = (int) (from % RING_BYTES);
            int part = (int) Math.min(end - from, RING_BYTES - at);
            console.write(ring, at, part);
            from += part;
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

    private void prefix(long micros) {
        long rest = micros;
        for (int i = PREFIX_BYTES - 3; i > 0; i--) {
            if (i == 6) {
                prefix[i] = '.';
            } else {
                prefix[i] = rest == 0 && i < 5 ? (byte) ' ' : (byte) ('0' + rest % 10);
                rest /= 10;
            }
        }
        prefix[0] = '[';
        prefix[PREFIX_BYTES - 2] = ']';
        prefix[PREFIX_BYTES - 1] = ' ';
    }
}
