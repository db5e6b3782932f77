package org.asterism.ostd.spi;

import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.bus.DeviceIdentity;

/**
 * One device as a bus of the machine presents it, real or simulated. {@link org.asterism.ostd.bus.Device} checks grants before it calls here. Task context.
 */
public interface BusDevice {
    /** What drivers match. */
    DeviceIdentity identity();

    /** Tells whether a region is reached through ports. */
    boolean isPortRegion(int region);

    /**
     * Tells whether the device starts no transactions of its own before {@link #setBusMaster} lets it. One of which this is false can be told to start them by
     * its registers.
     */
    default boolean isConfined() {
        return true;
    }

    /**
     * Opens a region, such as a base address register of a PCI device, without what drivers may not touch (tables of MSI-X).
     *
     * @throws DeviceException if the device has no such region
     */
    MemoryWindow openRegion(int region) throws DeviceException;

    /**
     * Interrupts that can be told apart, 0 if it has none.
     *
     * @param mayMaster whether the device may start transactions of its own: interrupts by message are such
     */
    int interruptCount(boolean mayMaster);

    /** Tells whether interrupts are messages. */
    default boolean hasMessages(boolean mayMaster) {
        return false;
    }

    /**
     * Connects an interrupt.
     *
     * @param mayMaster as above; if so and a message is used, the device masters the bus from then on
     * @throws DeviceException if there is no such interrupt, or the processor has no vector left
     */
    BusInterrupt connect(int index, boolean mayMaster, InterruptSink sink) throws DeviceException;

    /** Lets the device start transactions of its own, or not. */
    void setBusMaster(boolean allowed);

    /**
     * Takes zeroed memory for DMA.
     *
     * @param bytes whole pages
     * @param highestAddress no byte has a higher device address
     * @throws OutOfMemoryError when there are no such frames
     */
    DmaMemory allocateDma(long bytes, long highestAddress);

    /** A word of the device's configuration, −1 (all ones) where there is none; the offset is a multiple of 4. */
    int readConfiguration(int offset);

    /**
     * Brings the device to rest: no interrupts, no transactions of its own.
     *
     * @return whether it also forgot all addresses it was told; if not, what it could reach is never given to anybody else
     */
    boolean reset();
}
