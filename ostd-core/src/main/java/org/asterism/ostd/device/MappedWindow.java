package org.asterism.ostd.device;

import org.asterism.ostd.spi.MemoryWindow;
import org.asterism.ostd.unsafe.Address;

/** Bytes at an address. */
public class MappedWindow implements MemoryWindow {
    private final long address;
    private final long length;

    /**
     * A window.
     *
     * <h4>Safety</h4>
     * The bytes stay mapped as long as anybody has the window, and hold no object, code, or table of the processor.
     *
     * @param address of the first byte
     * @param length  bytes
     */
    public MappedWindow(long address, long length) {
        this.address = address;
        this.length = length;
    }

    @Override
    public final long length() {
        return length;
    }

    // SAFETY of both: callers have checked that the bytes are in the window.
    @Override
    public final long read(long offset, int bytes) {
        long at = address + offset;
        Address.compilerFence();
        long value = switch (bytes) {
            case 1 -> Address.loadByte(at) & 0xffL;
            case 2 -> Address.loadChar(at);
            case 4 -> Address.loadInt(at) & 0xffff_ffffL;
            default -> Address.loadLong(at);
        };
        Address.compilerFence();
        return value;
    }

    @Override
    public final void write(long offset, int bytes, long value) {
        long at = address + offset;
        Address.compilerFence();
        switch (bytes) {
            case 1 -> Address.storeByte(at, (byte) value);
            case 2 -> Address.storeShort(at, (short) value);
            case 4 -> Address.storeInt(at, (int) value);
            default -> Address.storeLong(at, value);
        }
        Address.compilerFence();
    }

    /**
     * Where the bytes are.
     *
     * @return address of the first
     */
    protected final long address() {
        return address;
    }
}
