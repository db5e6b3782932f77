package org.asterism.ostd.pci;

/** Configuration of a PCI function by word offsets (PCI 3.0 §6.1), and the capabilities that OSTD uses. */
final class PciRegisters {
    /** Vendor in the low half, device in the high one. */
    static final int IDENTITY = 0x00;
    /** Command in the low half; status in the high one, whose bits are cleared by writing ones. */
    static final int COMMAND = 0x04;
    /** Revision in the low byte, class above. */
    static final int CLASS = 0x08;
    /** Header type in bits 16 to 22, bit 23 for several functions. */
    static final int HEADER = 0x0c;
    static final int FIRST_BASE_ADDRESS = 0x10;
    /** Of a bridge: primary, secondary and subordinate bus, a byte each. */
    static final int BUSES = 0x18;
    /** Vendor in the low half, identity in the high one. */
    static final int SUBSYSTEM = 0x2c;
    static final int FIRST_CAPABILITY = 0x34;
    /** Line in the low byte, pin above. */
    static final int INTERRUPT = 0x3c;

    static final int COMMAND_PORTS = 1;
    static final int COMMAND_MEMORY = 1 << 1;
    static final int COMMAND_BUS_MASTER = 1 << 2;
    static final int COMMAND_NO_LINE = 1 << 10;
    /** Bits of the command, without the status. */
    static final int COMMAND_MASK = 0xffff;
    /** Status: there are capabilities. */
    static final int STATUS_CAPABILITIES = 1 << 20;

    static final int HEADER_SEVERAL_FUNCTIONS = 1 << 23;
    static final int HEADER_DEVICE = 0;
    static final int HEADER_BRIDGE = 1;

    static final int CAPABILITY_MESSAGES = 0x05;
    static final int CAPABILITY_EXPRESS = 0x10;
    static final int CAPABILITY_MESSAGE_TABLE = 0x11;

    /** Messages (MSI, §6.8.1), in the first word. */
    static final int MESSAGES_ENABLED = 1 << 16;
    static final int MESSAGES_COUNT_MASK = 7 << 20;
    static final int MESSAGES_WIDE = 1 << 23;

    /** Table of messages (MSI-X, §6.8.2), in the first word. */
    static final int TABLE_ENABLED = 1 << 31;
    static final int TABLE_ALL_MASKED = 1 << 30;
    static final int TABLE_SIZE_SHIFT = 16;
    static final int TABLE_SIZE_MASK = 0x7ff;
    /** Second word: which region holds the table; the rest is its offset there. */
    static final int TABLE_REGION_MASK = 7;
    static final int TABLE_ENTRY_BYTES = 16;
    /** Of an entry: address, data, and a word whose lowest bit masks it. */
    static final int TABLE_ADDRESS = 0;
    static final int TABLE_DATA = 8;
    static final int TABLE_MASKED = 12;

    /** Express: the second word has a bit for function level reset, which a bit of the third starts. */
    static final int EXPRESS_CAN_RESET = 1 << 28;
    static final int EXPRESS_RESET = 1 << 15;

    private PciRegisters() {
    }
}
