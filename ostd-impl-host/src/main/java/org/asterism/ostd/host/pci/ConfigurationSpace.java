package org.asterism.ostd.host.pci;

import org.asterism.ostd.mm.PageSize;

/** Configuration of a function (PCI 3.0 §6.1): words, of each of which some bits can be written; and its chain of capabilities. */
final class ConfigurationSpace {
    static final int IDENTITY = 0x00;
    static final int COMMAND = 0x04;
    static final int CLASS = 0x08;
    static final int FIRST_REGION = 0x10;
    static final int REGIONS = 6;
    static final int SUBSYSTEM = 0x2c;
    static final int INTERRUPT = 0x3c;

    static final int COMMAND_PORTS = 1;
    static final int COMMAND_MEMORY = 1 << 1;
    static final int COMMAND_BUS_MASTER = 1 << 2;
    static final int COMMAND_NO_LINE = 1 << 10;

    private static final int BYTES = 256;
    private static final int COMMAND_WRITABLE = COMMAND_PORTS | COMMAND_MEMORY | COMMAND_BUS_MASTER | COMMAND_NO_LINE;
    private static final int STATUS_CAPABILITIES = 1 << 20;
    private static final int FIRST_CAPABILITY = 0x34;
    private static final int CAPABILITIES = 0x40;

    private final int[] words = new int[BYTES / Integer.BYTES];
    private final int[] atReset = new int[BYTES / Integer.BYTES];
    private final int[] writable = new int[BYTES / Integer.BYTES];
    private int lastCapability;
    private int freeCapability = CAPABILITIES;

    ConfigurationSpace() {
        define(COMMAND, 0, COMMAND_WRITABLE);
        define(INTERRUPT, 0, 0xff);
    }

    /** What a word holds after a reset, and which of its bits software can change. */
    void define(int offset, int value, int writableBits) {
        words[offset / Integer.BYTES] = value;
        atReset[offset / Integer.BYTES] = value;
        writable[offset / Integer.BYTES] = writableBits;
    }

    /** Appends a capability, whose first word holds its identity and its place in the chain; returns where it is. */
    int append(int identity, int control, int controlWritable, int... more) {
        int at = freeCapability;
        freeCapability += Integer.BYTES * (1 + more.length);
        if (freeCapability > BYTES) {
            throw new IllegalStateException("no room for capability " + identity + ": configuration has " + BYTES + " bytes");
        }
        define(at, control << 16 | identity, controlWritable << 16);
        for (int i = 0; i < more.length; i++) {
            define(at + Integer.BYTES * (i + 1), more[i], 0);
        }
        if (lastCapability == 0) {
            define(COMMAND, read(COMMAND) | STATUS_CAPABILITIES, COMMAND_WRITABLE);
            define(FIRST_CAPABILITY, at, 0);
        } else {
            define(lastCapability, read(lastCapability) | at << Byte.SIZE, writable[lastCapability / Integer.BYTES]);
        }
        lastCapability = at;
        return at;
    }

    int read(int offset) {
        return offset < BYTES ? words[offset / Integer.BYTES] : -1;
    }

    void write(int offset, int value) {
        if (offset < BYTES) {
            int index = offset / Integer.BYTES;
            words[index] = words[index] & ~writable[index] | value & writable[index];
        }
    }

    boolean commands(int bits) {
        return (read(COMMAND) & bits) == bits;
    }

    void reset() {
        System.arraycopy(atReset, 0, words, 0, words.length);
    }

    /** Regions of memory are whole pages, so that no two devices share one. */
    static long checkedLength(long length) {
        if (length < PageSize.BYTES || Long.bitCount(length) != 1) {
            throw new IllegalArgumentException("a region in memory of " + length + " bytes; a power of two from " + PageSize.BYTES + " on is one");
        }
        return length;
    }
}
