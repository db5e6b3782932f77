package org.asterism.ostd.platform;

import org.asterism.ostd.arch.RawLock;
import org.asterism.ostd.arch.SerialPort;
import org.asterism.ostd.log.LogRing;
import org.asterism.ostd.spi.Ostd;
import org.asterism.ostd.task.Task;

/** A serial port as tasks use it: writers one after the other, one reader parked until input comes. */
final class ConsoleChannel implements LogRing.Sink {
    /** Bytes written with preemption off at once. */
    private static final int WRITE_BYTES = 256;

    private final SerialPort port;
    private final RawLock lock = new RawLock();
    private volatile Task reader;

    ConsoleChannel(SerialPort port) {
        this.port = port;
    }

    boolean isPresent() {
        return port.isPresent();
    }

    @Override
    public void write(byte[] from, int at, int length) {
        int done = 0;
        while (done < length && port.isPresent()) {
            int part = Math.min(WRITE_BYTES, length - done);
            lock.lock();
            try {
                port.write(from, at + done, part);
            } finally {
                lock.unlock();
            }
            done += part;
        }
    }

    int read(byte[] into, int at, int length) {
        if (length == 0) {
            return 0;
        }
        reader = Ostd.machine().tasks().current();
        while (true) {
            int count = port.read(into, at, length);
            if (count > 0) {
                return count;
            }
            Task.park();
        }
    }

    /** Wakes the reader if the interrupt has taken input in. Called in atomic context. */
    void deliver() {
        Task waiting = reader;
        if (port.takeInputSignal() && waiting != null) {
            waiting.unpark();
        }
    }
}
