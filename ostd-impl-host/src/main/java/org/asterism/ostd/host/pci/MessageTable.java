package org.asterism.ostd.host.pci;

import org.asterism.ostd.spi.MemoryWindow;

/** A table of messages (MSI-X, PCI 3.0 §6.8.2) with its pending bits behind it, in a region of its own. */
final class MessageTable implements MemoryWindow {
    static final int IDENTITY = 0x11;
    static final int ENABLED = 1 << 15;
    static final int ALL_MASKED = 1 << 14;

    private static final int ENTRY_BYTES = 16;
    private static final int ENTRY_WORDS = ENTRY_BYTES / Integer.BYTES;
    private static final int DATA = 2;
    private static final int CONTROL = 3;
    private static final int MASKED = 1;

    private final SimulatedFunction function;
    private final int entries;
    private final long length;
    private final int[] words;
    private final boolean[] pending;

    MessageTable(SimulatedFunction function, int entries) {
        this.function = function;
        this.entries = entries;
        length = ConfigurationSpace.checkedLength(Math.max(4096, Long.highestOneBit(2L * entries * ENTRY_BYTES)));
        words = new int[entries * ENTRY_WORDS];
        pending = new boolean[entries];
        reset();
    }

    /** Where the pending bits are. */
    int pendingOffset() {
        return entries * ENTRY_BYTES;
    }

    void reset() {
        for (int i = 0; i < entries; i++) {
            words[i * ENTRY_WORDS + CONTROL] = MASKED;
            pending[i] = false;
        }
    }

    /** Sends a message, or notes it while it is masked. */
    void signal(int entry) {
        if (entry >= 0 && entry < entries) {
            pending[entry] = true;
            sendPending();
        }
    }

    /** Sends what is pending and masked no longer. */
    void sendPending() {
        for (int i = 0; i < entries; i++) {
            int at = i * ENTRY_WORDS;
            if (pending[i] && (words[at + CONTROL] & MASKED) == 0 && function.messagesFlow()) {
                pending[i] = false;
                function.store((long) words[at + 1] << Integer.SIZE | words[at] & 0xffff_ffffL, words[at + DATA]);
            }
        }
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public long read(long offset, int bytes) {
        if (offset >= pendingOffset()) {
            long bits = 0;
            for (int i = 0; i < Long.SIZE && i < entries; i++) {
                bits |= pending[i] && offset == pendingOffset() ? 1L << i : 0;
            }
            return bits;
        }
        int at = (int) offset / Integer.BYTES;
        return words[at] & 0xffff_ffffL | (bytes == Long.BYTES ? (long) words[at + 1] << Integer.SIZE : 0);
    }

    @Override
    public void write(long offset, int bytes, long value) {
        if (offset < pendingOffset()) {
            int at = (int) offset / Integer.BYTES;
            words[at] = (int) value;
            if (bytes == Long.BYTES) {
                words[at + 1] = (int) (value >>> Integer.SIZE);
            }
            sendPending();
        }
    }
}
