package org.asterism.ostd.line;

import java.util.Arrays;
import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.effect.BoundedRecursion;
import org.asterism.ostd.spi.BusInterrupt;
import org.asterism.ostd.spi.InterruptSink;
import org.asterism.ostd.spi.DeviceHost;
import org.asterism.ostd.sync.SpinLock;

/** An interrupt line with the devices on it: all are told of each interrupt, and the line comes again once all have looked. */
final class SharedLine implements InterruptSink {
    private final int line;
    private final SpinLock lock = new SpinLock();
    private InterruptSink[] sinks = {};
    private BusInterrupt interrupt;
    /** Who has not looked yet at the last interrupt; guarded by the lock. */
    private int outstanding;

    SharedLine(int line) {
        this.line = line;
    }

    int line() {
        return line;
    }

    void connect(DeviceHost host) throws DeviceException {
        interrupt = host.connectLine(line, this);
    }

    @Override
    @BoundedRecursion(times = 1, because = "it tells functions, and no function is a line")
    public void raise() {
        try (var held = lock.lock()) {
            outstanding = sinks.length;
            for (InterruptSink sink : sinks) {
                sink.raise();
            }
        }
    }

    BusInterrupt add(InterruptSink sink) {
        try (var held = lock.lock()) {
            InterruptSink[] more = Arrays.copyOf(sinks, sinks.length + 1);
            more[sinks.length] = sink;
            sinks = more;
        }
        // it may have come last when nobody was there to look
        rearmIfAllLooked(0);
        return new BusInterrupt() {
            @Override
            public void rearm() {
                rearmIfAllLooked(1);
            }

            @Override
            public void close() {
                remove(sink);
                rearmIfAllLooked(1);
            }
        };
    }

    private void remove(InterruptSink sink) {
        try (var held = lock.lock()) {
            InterruptSink[] fewer = {};
            for (InterruptSink other : sinks) {
                if (other != sink) {
                    fewer = Arrays.copyOf(fewer, fewer.length + 1);
                    fewer[fewer.length - 1] = other;
                }
            }
            sinks = fewer;
        }
    }

    private void rearmIfAllLooked(int more) {
        boolean all;
        try (var held = lock.lock()) {
            outstanding = Math.max(0, outstanding - more);
            all = outstanding == 0;
        }
        if (all) {
            interrupt.rearm();
        }
    }
}
