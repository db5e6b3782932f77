package org.asterism.ostd.spi;

/** Physically consecutive untyped frames for a device, owned by whoever holds this. */
public interface DmaMemory extends MemoryWindow {
    /** The address by which the device reaches the first byte. */
    long deviceAddress();

    /** Copies out, in accesses of any width. */
    void copyOut(long offset, byte[] into, int at, int length);

    /** Copies in, in accesses of any width. */
    void copyIn(long offset, byte[] from, int at, int length);

    /** Gives the frames back. The device can no longer reach them: it was reset, and masters the bus no more. */
    void free();
}
