package org.asterism.service.fs.tty;

import org.asterism.kernel.abi.TerminalFlags;
import org.asterism.ostd.sync.Mutex;

/** Turns what programs write into what the terminal gets, and keeps the column. All output goes through its lock. */
final class OutputProcessor {
    private static final int TAB = 8;

    private final TerminalSink sink;
    private final Mutex lock = new Mutex();
    private final byte[] ready = new byte[512];
    private int length;
    private int column;

    OutputProcessor(TerminalSink sink) {
        this.sink = sink;
    }

    Mutex lock() {
        return lock;
    }

    int column() {
        return column;
    }

    /** Writes processed bytes. Locked. */
    void write(TerminalSettings settings, byte[] from, int count) {
        if (!settings.output(TerminalFlags.OPOST)) {
            sink.write(from, 0, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            process(settings, from[i]);
        }
        flush();
    }

    private void process(TerminalSettings settings, byte value) {
        switch (value) {
            case '\n' -> {
                if (settings.output(TerminalFlags.ONLCR)) {
                    put((byte) '\r');
                    column = 0;
                } else if (settings.output(TerminalFlags.ONLRET)) {
                    column = 0;
                }
                put(value);
            }
            case '\r' -> {
                if (settings.output(TerminalFlags.ONOCR) && column == 0) {
                    return;
                }
                put(settings.output(TerminalFlags.OCRNL) ? (byte) '\n' : value);
                column = 0;
            }
            case '\t' -> {
                int spaces = TAB - column % TAB;
                column += spaces;
                if (!settings.output(TerminalFlags.TAB3)) {
                    put(value);
                    return;
                }
                for (int i = 0; i < spaces; i++) {
                    put((byte) ' ');
                }
            }
            case '\b' -> {
                column = Math.max(0, column - 1);
                put(value);
            }
            default -> {
                boolean isContinuation = (value & 0xc0) == 0x80;
                if ((value & 0xff) >= ' ' && !isContinuation) {
                    column++;
                }
                put(value);
            }
        }
    }

    private void put(byte value) {
        if (length == ready.length) {
            flush();
        }
        ready[length++] = value;
    }

    private void flush() {
        if (length > 0) {
            sink.write(ready, 0, length);
            length = 0;
        }
    }
}
