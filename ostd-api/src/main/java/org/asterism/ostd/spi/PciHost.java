package org.asterism.ostd.spi;

import java.util.ArrayList;
import java.util.List;
import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.pci.PciWindow;

/**
 * What an architecture gives to its PCI bus ({@link org.asterism.ostd.pci.PciBus}). A function is named by its bus number (8 bits), device (5) and function (3).
 * Task context; callers may come at the same time.
 */
public interface PciHost extends DeviceHost {
    /** Number of the highest bus whose configuration can be reached. */
    int lastBus();

    /** Bytes of a function's configuration that can be reached: 256, or 4096. */
    int configurationBytes();

    /** Reads a word of a function's configuration; −1 where there is no function. The offset is a multiple of 4. */
    int readConfiguration(int function, int offset);

    /** Writes a word of a function's configuration. The offset is a multiple of 4. */
    void writeConfiguration(int function, int offset, int value);

    /** Where the bus is to give addresses to regions; empty if firmware has done so. The bus makes the list its own. */
    default List<PciWindow> unassigned() {
        return new ArrayList<>();
    }

    /**
     * Opens ports.
     *
     * @throws DeviceException if the machine has none, or OSTD drives one of them itself
     */
    MemoryWindow openPorts(long first, long count) throws DeviceException;

    /** Tells whether a store of a function can interrupt a processor; if not, functions have their lines only. */
    default boolean hasMessages() {
        return true;
    }

    /**
     * Takes a vector for messages.
     *
     * @throws DeviceException if none is left, or the machine has none
     */
    MessageInterrupt connectMessage(InterruptSink sink) throws DeviceException;

    /** The line that a function's interrupt pin, from 1, is wired to; −1 if the machine does not know. */
    int interruptLine(int function, int pin);
}
