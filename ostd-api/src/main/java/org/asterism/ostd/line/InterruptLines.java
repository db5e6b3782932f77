package org.asterism.ostd.line;

import java.util.ArrayList;
import java.util.List;
import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.spi.BusInterrupt;
import org.asterism.ostd.spi.DeviceHost;
import org.asterism.ostd.spi.InterruptSink;
import org.asterism.ostd.sync.Mutex;

/** The interrupt lines of a machine that devices have asked for, whatever buses they are on. */
public final class InterruptLines {
    private final DeviceHost host;
    private final Mutex lock = new Mutex();
    /** Guarded by {@link #lock}. */
    private final List<SharedLine> lines = new ArrayList<>();

    /**
     * No line yet.
     *
     * @param host has them
     */
    public InterruptLines(DeviceHost host) {
        this.host = host;
    }

    /**
     * Connects a sink to a line that others may be connected to.
     *
     * @param line number, as the host counts
     * @param sink is told of every interrupt of the line, whichever device it is from
     * @return the connection
     * @throws DeviceException if there is no such line or no vector is left
     */
    public BusInterrupt connect(int line, InterruptSink sink) throws DeviceException {
        try (var held = lock.lock()) {
            SharedLine shared = null;
            for (SharedLine known : lines) {
                shared = known.line() == line ? known : shared;
            }
            if (shared == null) {
                shared = new SharedLine(line);
                shared.connect(host);
                lines.add(shared);
            }
            return shared.add(sink);
        }
    }
}
