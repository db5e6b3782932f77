package org.asterism.ostd.spi;

/** Physically consecutive untyped frames for a device, owned by whoever holds this. */
public interface DmaMemory {
    /** The bytes. */
    MemoryWindow window();

    /** The address by which the device reaches the first byte. */
    long deviceAddress();

    /** Gives the frames back. The device can no longer reach them: it was reset, and masters the bus no more. */
    void free();
}
