package org.asterism.ostd.spi;

import org.asterism.ostd.bus.DeviceException;

/** What a machine gives to its buses for the devices on them. Task context; callers may come at the same time. */
public interface DeviceHost {
    /**
     * Maps registers, uncached, for good.
     *
     * @param address as the bus tells it
     * @throws DeviceException if they overlap what is not a device's: memory, interrupt controllers, configuration
     */
    MemoryWindow mapRegisters(long address, long bytes) throws DeviceException;

    /**
     * Maps registers for OSTD itself, uncached, for good. The first word is read, to see whether anything is there.
     *
     * @throws DeviceException if nothing answers
     */
    default MemoryWindow mapOwn(long address, long bytes) throws DeviceException {
        return mapRegisters(address, bytes);
    }

    /** From now on nobody gets what overlaps this range: OSTD drives it itself. */
    default void keep(long address, long bytes) {
    }

    /** Takes zeroed memory for DMA; see {@link BusDevice#allocateDma}. */
    DmaMemory allocateDma(long bytes, long highestAddress);

    /**
     * Takes a line that nobody has. It is masked each time it comes, until it is rearmed.
     *
     * @throws DeviceException if there is no such line or no vector is left
     */
    BusInterrupt connectLine(int line, InterruptSink sink) throws DeviceException;
}
