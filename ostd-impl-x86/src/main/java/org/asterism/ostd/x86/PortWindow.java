package org.asterism.ostd.x86;

import org.asterism.ostd.spi.MemoryWindow;

/**
 * A range of ports, which have at most 4 bytes.
 *
 * @param first  number of the first port
 * @param length how many
 */
record PortWindow(int first, long length) implements MemoryWindow {
    // SAFETY of both: callers have checked the range, which holds no port that OSTD drives.
    @Override
    public long read(long offset, int bytes) {
        int port = first + (int) offset;
        return switch (bytes) {
            case 1 -> Cpu.in8(port);
            case 2 -> Cpu.in16(port);
            case 4 -> Cpu.in32(port) & 0xffff_ffffL;
            default -> throw tooWide();
        };
    }

    @Override
    public void write(long offset, int bytes, long value) {
        int port = first + (int) offset;
        switch (bytes) {
            case 1 -> Cpu.out8(port, (int) value);
            case 2 -> Cpu.out16(port, (int) value);
            case 4 -> Cpu.out32(port, (int) value);
            default -> throw tooWide();
        }
    }

    private static UnsupportedOperationException tooWide() {
        return new UnsupportedOperationException("ports are accessed by 1, 2 or 4 bytes, not by 8");
    }
}
