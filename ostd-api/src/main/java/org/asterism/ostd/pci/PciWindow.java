package org.asterism.ostd.pci;

/**
 * Addresses that a host passes on to its bus. The part that was given out already lies before {@link #next}.
 */
public final class PciWindow {
    /** Which regions may lie in a window. */
    public enum Space {
        /** Ports. */
        PORTS,
        /** Memory that has addresses of 32 bits. */
        MEMORY,
        /** Memory that only regions with addresses of 64 bits reach. */
        WIDE_MEMORY
    }

    private final Space space;
    private final long first;
    private final long end;
    private final long distance;
    private long next;

    /**
     * A window of which nothing was given out.
     *
     * @param space    which regions may lie there
     * @param first    address, as functions see it; 0 is given to nobody, for it stands for no address
     * @param bytes    length
     * @param physical where the processor sees the first
     */
    public PciWindow(Space space, long first, long bytes, long physical) {
        this.space = space;
        this.first = first;
        this.end = first + bytes;
        this.distance = physical - first;
        this.next = Math.max(first, 1);
    }

    /**
     * Which regions may lie there.
     *
     * @return the space
     */
    public Space space() {
        return space;
    }

    /**
     * Gives addresses out.
     *
     * @param bytes a power of two, which the address is a multiple of
     * @return 0 if there is no room
     */
    long take(long bytes) {
        long address = next + bytes - 1 & -bytes;
        if (address < next || end - address < bytes) {
            return 0;
        }
        next = address + bytes;
        return address;
    }

    /**
     * Tells whether all of a range lies in this window.
     *
     * @param address as functions see it
     * @param bytes   length
     * @return whether it does
     */
    public boolean contains(long address, long bytes) {
        return address >= first && address < end && bytes <= end - address;
    }

    /**
     * Where the processor sees an address.
     *
     * @param address in the window, as functions see it
     * @return physical address
     */
    public long physical(long address) {
        return address + distance;
    }
}
