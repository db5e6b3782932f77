package org.asterism.ostd.io;

import java.util.Objects;
import org.asterism.ostd.spi.MemoryWindow;
import org.asterism.ostd.task.Preemption;

/** Bytes that a device and its driver share, and the accesses to them. */
public abstract sealed class DeviceMemory implements AutoCloseable permits IoMem, DmaCoherent {
    private final long length;
    private volatile MemoryWindow window;

    DeviceMemory(MemoryWindow window) {
        this.window = window;
        this.length = window.length();
    }

    /**
     * Bytes of the window.
     *
     * @return a count
     */
    public final long length() {
        return length;
    }

    /**
     * Reads a byte.
     *
     * @param offset within the window
     * @return from 0 to 255
     * @throws IndexOutOfBoundsException if it is outside the window
     */
    public final int read8(long offset) {
        return (int) read(offset, 1);
    }

    /**
     * Reads 2 bytes.
     *
     * @param offset a multiple of 2
     * @return from 0 to 65,535
     * @throws IndexOutOfBoundsException if they are outside the window
     */
    public final int read16(long offset) {
        return (int) read(offset, 2);
    }

    /**
     * Reads 4 bytes.
     *
     * @param offset a multiple of 4
     * @return their value
     * @throws IndexOutOfBoundsException if they are outside the window
     */
    public final int read32(long offset) {
        return (int) read(offset, 4);
    }

    /**
     * Reads 8 bytes.
     *
     * @param offset a multiple of 8
     * @return their value
     * @throws IndexOutOfBoundsException if they are outside the window
     */
    public final long read64(long offset) {
        return read(offset, 8);
    }

    /**
     * Writes a byte.
     *
     * @param offset within the window
     * @param value its low 8 bits count
     * @throws IndexOutOfBoundsException if it is outside the window
     */
    public final void write8(long offset, int value) {
        write(offset, 1, value);
    }

    /**
     * Writes 2 bytes.
     *
     * @param offset a multiple of 2
     * @param value its low 16 bits count
     * @throws IndexOutOfBoundsException if they are outside the window
     */
    public final void write16(long offset, int value) {
        write(offset, 2, value);
    }

    /**
     * Writes 4 bytes.
     *
     * @param offset a multiple of 4
     * @param value what
     * @throws IndexOutOfBoundsException if they are outside the window
     */
    public final void write32(long offset, int value) {
        write(offset, 4, value);
    }

    /**
     * Writes 8 bytes.
     *
     * @param offset a multiple of 8
     * @param value what
     * @throws IndexOutOfBoundsException if they are outside the window
     */
    public final void write64(long offset, long value) {
        write(offset, 8, value);
    }

    /** Ends the window: later accesses throw {@link IllegalStateException}. Closing twice does nothing. */
    @Override
    public void close() {
        end();
    }

    /** Whoever has the window with preemption off is through with it when this has returned: a processor runs one task at a time. */
    final MemoryWindow end() {
        try (var held = Preemption.disable()) {
            MemoryWindow ended = window;
            window = null;
            return ended;
        }
    }

    /** The window, to be used before preemption is turned on again. */
    final MemoryWindow window() {
        MemoryWindow open = window;
        if (open == null) {
            throw new IllegalStateException("device memory used after it was closed, or after its device was taken back from the driver");
        }
        return open;
    }

    private long read(long offset, int bytes) {
        check(offset, bytes);
        try (var held = Preemption.disable()) {
            return window().read(offset, bytes);
        }
    }

    private void write(long offset, int bytes, long value) {
        check(offset, bytes);
        try (var held = Preemption.disable()) {
            window().write(offset, bytes, value);
        }
    }

    private void check(long offset, int bytes) {
        Objects.checkFromIndexSize(offset, bytes, length);
        if ((offset & bytes - 1) != 0) {
            throw new IllegalArgumentException("offset 0x" + Long.toHexString(offset) + " is no multiple of the " + bytes + " bytes accessed");
        }
    }
}
