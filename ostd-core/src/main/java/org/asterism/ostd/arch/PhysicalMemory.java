package org.asterism.ostd.arch;

/**
 * How the kernel reaches physical memory: all of it is mapped at a constant distance, the <em>linear map</em>, writable and never
 * executable.
 */
public abstract class PhysicalMemory {
    private final long linearMap;

    /**
     * Physical memory behind a linear map.
     *
     * @param linearMap address at which physical address 0 is mapped
     */
    protected PhysicalMemory(long linearMap) {
        this.linearMap = linearMap;
    }

    /**
     * The address through which the kernel reaches a physical address.
     *
     * @param physical inside the RAM of the machine
     * @return an address for {@link org.asterism.ostd.unsafe.Address}
     */
    public final long address(long physical) {
        return linearMap + physical;
    }

    /**
     * The physical address behind an address of the linear map.
     *
     * @param address inside the linear map
     * @return a physical address
     */
    public final long physical(long address) {
        return address - linearMap;
    }

    /**
     * Copies bytes from raw memory into an array. The caller has checked the range of the array.
     *
     * @param address first byte of raw memory
     * @param into    destination
     * @param at      index of the first byte
     * @param length  bytes
     */
    public abstract void copyToArray(long address, byte[] into, int at, int length);

    /**
     * Copies bytes from an array into raw memory. The caller has checked the range of the array.
     *
     * @param from    source
     * @param at      index of the first byte
     * @param address first byte of raw memory
     * @param length  bytes
     */
    public abstract void copyFromArray(byte[] from, int at, long address, int length);
}
