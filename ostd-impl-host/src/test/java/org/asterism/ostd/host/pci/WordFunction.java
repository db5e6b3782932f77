package org.asterism.ostd.host.pci;

import org.asterism.ostd.spi.MemoryWindow;

/** A function with each kind of region, whose registers hold what is written, and that interrupts and stores when a test says so. */
final class WordFunction extends SimulatedFunction {
    final Words registers = new Words(4096);
    final Words wide = new Words(1 << 16);
    final Words ports = new Words(32);
    boolean lineUp;
    int resets;

    WordFunction(int messages) {
        super(0x1234, 0x5678, 0x020000, 3);
        setSubsystem(0x1af4, 7);
        addRegion(0, registers);
        addWideRegion(2, wide);
        addPorts(4, ports);
        addCapability(0x09, new byte[] {8, 0x77, 1, 2, 3, 4});
        if (messages > 0) {
            addMessages(1, messages);
        }
        addLine(2);
        addFunctionReset();
    }

    void come(int message) {
        interrupt(message);
    }

    boolean store(long address, byte[] bytes) {
        return writeMemory(address, bytes);
    }

    @Override
    protected boolean isLineUp() {
        return lineUp;
    }

    @Override
    protected void reset() {
        resets++;
        lineUp = false;
    }

    /** Words of 4 bytes. */
    static final class Words implements MemoryWindow {
        final int[] words;

        Words(int bytes) {
            words = new int[bytes / Integer.BYTES];
        }

        @Override
        public long length() {
            return (long) words.length * Integer.BYTES;
        }

        @Override
        public long read(long offset, int bytes) {
            return words[(int) offset / Integer.BYTES];
        }

        @Override
        public void write(long offset, int bytes, long value) {
            words[(int) offset / Integer.BYTES] = (int) value;
        }
    }
}
