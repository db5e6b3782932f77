package org.asterism.ostd.spi;

/**
 * Bytes outside the Java heap that a device and the kernel share: its registers, behind memory or ports, or memory for DMA. Callers have checked
 * ranges and alignment, and keep preemption off; accesses are little-endian, of exactly the width asked for, and happen in program order.
 */
public interface MemoryWindow {
    /** Bytes of the window. */
    long length();

    /** Reads 1, 2, 4 or 8 bytes, zero-extended. */
    long read(long offset, int bytes);

    /** Writes 1, 2, 4 or 8 bytes, the lowest of a value. */
    void write(long offset, int bytes, long value);
}
