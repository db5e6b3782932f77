package org.asterism.ostd.spi;

import org.asterism.ostd.bus.DeviceException;

/**
 * What an architecture gives to its PCI bus ({@link org.asterism.ostd.pci.PciBus}). A function is named by its bus number (8 bits), device (5) and function (3).
 * Task context; callers may come at the same time.
 */
public interface PciHost {
    /** Number of the highest bus whose configuration can be reached. */
    int lastBus();

    /** Bytes of a function's configuration that can be reached: 256, or 4096. */
    int configurationBytes();

    /** Reads a word of a function's configuration; −1 where there is no function. The offset is a multiple of 4. */
    int readConfiguration(int function, int offset);

    /** Writes a word of a function's configuration. The offset is a multiple of 4. */
    void writeConfiguration(int function, int offset, int value);

    /**
     * Maps registers, uncached, for good.
     *
     * @throws DeviceException if they overlap what is not a device's: memory, interrupt controllers, configuration
     */
    MemoryWindow mapRegisters(long address, long bytes) throws DeviceException;

    /**
     * Opens ports.
     *
     * @throws DeviceException if the machine has none, or OSTD drives one of them itself
     */
    MemoryWindow openPorts(long first, long count) throws DeviceException;

    /** Takes zeroed memory for DMA; see {@link BusDevice#allocateDma}. */
    DmaMemory allocateDma(long bytes, long highestAddress);

    /**
     * Takes a vector for messages.
     *
     * @throws DeviceException if none is left
     */
    MessageInterrupt connectMessage(InterruptSink sink) throws DeviceException;

    /** The line that a function's interrupt pin, from 1, is wired to; −1 if the machine does not know. */
    int interruptLine(int function, int pin);

    /**
     * Takes a line that nobody has. It is masked each time it comes, until it is rearmed.
     *
     * @throws DeviceException if there is no such line or no vector is left
     */
    BusInterrupt connectLine(int line, InterruptSink sink) throws DeviceException;
}
