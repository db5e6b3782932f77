package org.asterism.ostd.pci;

import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.log.Log;
import org.asterism.ostd.spi.DeviceHost;
import org.asterism.ostd.spi.MemoryWindow;

/** Configuration in memory (PCI Express Base Specification §7.2.2, "ECAM"): 4 KiB for each function, 1 MiB for each bus, which is mapped once it is asked for. */
public final class EcamConfiguration {
    /** Bytes of a function's configuration. */
    public static final int FUNCTION_BYTES = 4096;
    /** Bytes of a bus's. */
    public static final long BUS_BYTES = 1 << 20;

    private final DeviceHost machine;
    private final long address;
    private final MemoryWindow[] buses;

    /**
     * Configuration of the buses from 0 on, which no device gets from now on.
     *
     * @param machine maps it
     * @param address physical, of that of bus 0
     * @param lastBus number of the highest
     */
    public EcamConfiguration(DeviceHost machine, long address, int lastBus) {
        this.machine = machine;
        this.address = address;
        this.buses = new MemoryWindow[lastBus + 1];
        machine.keep(address, buses.length * BUS_BYTES);
    }

    /**
     * Number of the highest bus.
     *
     * @return 0 to 255
     */
    public int lastBus() {
        return buses.length - 1;
    }

    /**
     * Reads a word of a function's configuration.
     *
     * @param function bus, device and function
     * @param offset   a multiple of 4
     * @return −1 where nothing is
     */
    public int read(int function, int offset) {
        MemoryWindow bus = bus(function, offset);
        return bus == null ? -1 : (int) bus.read(inBus(function, offset), 4);
    }

    /**
     * Writes a word of a function's configuration.
     *
     * @param function bus, device and function
     * @param offset   a multiple of 4
     * @param value    the word
     */
    public void write(int function, int offset, int value) {
        MemoryWindow bus = bus(function, offset);
        if (bus != null) {
            bus.write(inBus(function, offset), 4, value);
        }
    }

    private static long inBus(int function, int offset) {
        return (long) (function & 0xff) * FUNCTION_BYTES + offset;
    }

    private MemoryWindow bus(int function, int offset) {
        int number = function >>> 8;
        if (number >= buses.length || offset < 0 || offset >= FUNCTION_BYTES) {
            return null;
        }
        if (buses[number] == null) {
            try {
                buses[number] = machine.mapOwn(address + number * BUS_BYTES, BUS_BYTES);
            } catch (DeviceException nothing) {
                Log.warning("pci: no configuration of bus " + number + ": " + nothing.getMessage());
                buses[number] = new Nothing();
            }
        }
        return buses[number];
    }

    /** A bus on which no function answers. */
    private record Nothing() implements MemoryWindow {
        @Override
        public long length() {
            return BUS_BYTES;
        }

        @Override
        public long read(long offset, int bytes) {
            return -1;
        }

        @Override
        public void write(long offset, int bytes, long value) {
        }
    }
}
