package org.asterism.ostd.io;

import java.util.Objects;
import org.asterism.ostd.spi.Ostd;

/**
 * A range of byte-wide ports that a driver was granted. Sensitive ports (interrupt controllers, PCI configuration, the
 * console) are never granted.
 */
public final class IoPorts {
    private static final int CMOS_FIRST = 0x70;
    private static final int CMOS_LAST = 0x71;

    private final int first;
    private final int count;

    private IoPorts(int first, int count) {
        this.first = first;
        this.count = count;
    }

    /**
     * The ports of the CMOS real-time clock: index and data.
     *
     * @return two ports
     */
    public static IoPorts cmosClock() {
        return new IoPorts(CMOS_FIRST, CMOS_LAST - CMOS_FIRST + 1);
    }

    /**
     * Reads a port.
     *
     * @param index from 0 within the range
     * @return from 0 to 255
     */
    public int read(int index) {
        return Ostd.machine().platform().readPort8(first + Objects.checkIndex(index, count));
    }

    /**
     * Writes a port.
     *
     * @param index from 0 within the range
     * @param value its low 8 bits count
     */
    public void write(int index, int value) {
        Ostd.machine().platform().writePort8(first + Objects.checkIndex(index, count), value);
    }
}
