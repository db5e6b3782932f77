package org.asterism.virtio.transport;

import org.asterism.ostd.bus.Device;
import org.asterism.ostd.bus.DeviceException;

/** The capabilities in which a PCI function says where its virtio structures are (VIRTIO 1.2 §4.1.4). */
final class PciCapabilities {
    static final int COMMON = 1;
    static final int NOTIFY = 2;
    static final int INTERRUPT_STATUS = 3;
    static final int DEVICE = 4;

    private static final int FIRST = 0x34;
    private static final int MOST = 48;
    private static final int VENDOR = 0x09;
    private static final int MESSAGE_TABLE = 0x11;
    private static final int TABLE_PLACE = 4;
    private static final int TABLE_REGION_MASK = 7;
    private static final int TABLE_SIZE_SHIFT = 16;
    private static final int TABLE_SIZE_MASK = 0x7ff;
    private static final int TABLE_ENTRY_BYTES = 16;
    private static final int REGION = 4;
    private static final int OFFSET = 8;
    private static final int LENGTH = 12;
    private static final int MULTIPLIER = 16;
    private static final long LOW_WORD = 0xffff_ffffL;

    private final Device device;
    private final int[] structures = new int[DEVICE + 1];
    /** Where the capability of the table of messages is, 0 if there is none. */
    private int table;

    /** Walks the chain. Of structures that are there twice the first counts. */
    PciCapabilities(Device device) {
        this.device = device;
        int at = device.readConfiguration(FIRST) & 0xfc;
        for (int i = 0; i < MOST && at != 0; i++) {
            int word = device.readConfiguration(at);
            int kind = word >>> 24;
            if ((word & 0xff) == VENDOR && kind >= COMMON && kind <= DEVICE && structures[kind] == 0) {
                structures[kind] = at;
            }
            table = (word & 0xff) == MESSAGE_TABLE ? at : table;
            at = word >> 8 & 0xfc;
        }
    }

    /** Whether the function has a table of messages. */
    boolean hasMessages() {
        return table != 0;
    }

    boolean has(int kind) {
        return structures[kind] != 0;
    }

    /** What the offsets of {@link #NOTIFY} are multiplied by. */
    long notifyMultiplier() {
        return device.readConfiguration(structures[NOTIFY] + MULTIPLIER) & LOW_WORD;
    }

    /**
     * Opens a structure.
     *
     * @throws DeviceException if it is not there, not where the function has registers that a driver may use, or too short
     */
    RegisterBlock open(int kind, int leastBytes) throws DeviceException {
        int at = structures[kind];
        if (at == 0) {
            throw new DeviceException("device " + device.identity().location() + " has no virtio structure " + kind
                    + ": it is from before virtio 1.0 (for QEMU: disable-modern=off)");
        }
        int region = device.readConfiguration(at + REGION) & 0xff;
        long offset = device.readConfiguration(at + OFFSET) & LOW_WORD;
        long length = device.readConfiguration(at + LENGTH) & LOW_WORD;
        RegisterBlock block = new RegisterBlock(device.openRegisters(region), offset, length);
        if (length < leastBytes || offset % Integer.BYTES != 0 || !block.isInside() || isInTable(region, offset, length)) {
            throw new DeviceException("device " + device.identity().location() + " says that its virtio structure " + kind + " is " + length
                    + " bytes at offset 0x" + Long.toHexString(offset) + " of region " + region + ", where it cannot be");
        }
        return block;
    }

    /** Whether a structure has bytes in common with the table of messages (PCI 3.0 §6.8.2), which OSTD keeps to itself. */
    private boolean isInTable(int region, long offset, long length) {
        if (table == 0) {
            return false;
        }
        int place = device.readConfiguration(table + TABLE_PLACE);
        long begin = place & ~TABLE_REGION_MASK & LOW_WORD;
        long end = begin + TABLE_ENTRY_BYTES * ((device.readConfiguration(table) >> TABLE_SIZE_SHIFT & TABLE_SIZE_MASK) + 1L);
        return region == (place & TABLE_REGION_MASK) && offset < end && offset + length > begin;
    }
}
