package org.asterism.ostd.io;

import org.asterism.ostd.spi.MemoryWindow;

/**
 * Registers of a device, in memory or behind ports: a driver need not know. Made by {@link org.asterism.ostd.bus.Device#openRegisters}. Registers that
 * would let a driver reach beyond its device, such as the table of MSI-X, are not in it: accesses there throw {@link IndexOutOfBoundsException}.
 */
public final class IoMem extends DeviceMemory {
    /**
     * Registers behind a window that the bus has opened.
     *
     * @param window which only OSTD can name
     */
    public IoMem(MemoryWindow window) {
        super(window);
    }
}
