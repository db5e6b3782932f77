package org.asterism.ostd.host.pci;

import java.util.Collection;
import org.asterism.ostd.spi.MemoryWindow;

/** Addresses of the bus: whichever function answers at the time of an access gets it. Where none does, reads give ones and writes go nowhere. */
final class BusWindow implements MemoryWindow {
    private final Collection<SimulatedFunction> functions;
    private final long address;
    private final long length;
    private final boolean ports;

    BusWindow(Collection<SimulatedFunction> functions, long address, long length, boolean ports) {
        this.functions = functions;
        this.address = address;
        this.length = length;
        this.ports = ports;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public long read(long offset, int bytes) {
        for (SimulatedFunction function : functions) {
            int region = function.regionAt(address + offset, ports);
            if (region >= 0) {
                long value = function.region(region).read(address + offset - function.regionAddress(region), bytes);
                return bytes == Long.BYTES ? value : value & (1L << Byte.SIZE * bytes) - 1;
            }
        }
        return bytes == Long.BYTES ? -1 : (1L << Byte.SIZE * bytes) - 1;
    }

    @Override
    public void write(long offset, int bytes, long value) {
        for (SimulatedFunction function : functions) {
            int region = function.regionAt(address + offset, ports);
            if (region >= 0) {
                function.region(region).write(address + offset - function.regionAddress(region), bytes, value);
                return;
            }
        }
    }
}
