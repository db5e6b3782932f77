package org.asterism.ostd.pci;

import org.asterism.ostd.spi.MemoryWindow;

/** A region without the table of messages in it: whoever writes that table has the device store anything anywhere. */
final class CutWindow implements MemoryWindow {
    private final MemoryWindow whole;
    private final long from;
    private final long to;

    /** Leaves out the bytes from one offset up to another. */
    CutWindow(MemoryWindow whole, long from, long to) {
        this.whole = whole;
        this.from = from;
        this.to = to;
    }

    @Override
    public long length() {
        return whole.length();
    }

    @Override
    public long read(long offset, int bytes) {
        check(offset, bytes);
        return whole.read(offset, bytes);
    }

    @Override
    public void write(long offset, int bytes, long value) {
        check(offset, bytes);
        whole.write(offset, bytes, value);
    }

    private void check(long offset, int bytes) {
        if (offset < to && offset + bytes > from) {
            throw new IndexOutOfBoundsException("offset 0x" + Long.toHexString(offset)
                    + " is in the device's table of messages, which OSTD keeps; ask the device for its interrupts");
        }
    }
}
