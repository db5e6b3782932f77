package org.asterism.ostd.x86;

import org.asterism.ostd.unsafe.Address;

/**
 * What the kernel takes from the ACPI tables (ACPI 6.4 §5.2): power-off, reset, the PM timer, the I/O APIC and PCI. Read once at boot, through
 * the provisional linear map of the first 4 GiB; every length is checked against its table.
 */
final class AcpiTables {
    private static final int RSDP_SIGNATURE_LOW = 0x20445352;
    private static final int FADT = 'F' | 'A' << 8 | 'C' << 16 | 'P' << 24;
    private static final int MADT = 'A' | 'P' << 8 | 'I' << 16 | 'C' << 24;
    private static final int MCFG = 'M' | 'C' << 8 | 'F' << 16 | 'G' << 24;
    private static final int S5 = '_' | 'S' << 8 | '5' << 16 | '_' << 24;
    private static final int HEADER_BYTES = 36;
    private static final int FADT_DSDT = 40;
    private static final int FADT_PM1A_CONTROL = 64;
    private static final int FADT_PM_TIMER = 76;
    private static final int FADT_FLAGS = 112;
    private static final int FADT_RESET_REGISTER = 116;
    private static final int FADT_RESET_VALUE = 128;
    private static final int FLAG_RESET_SUPPORTED = 1 << 10;
    private static final int MADT_ENTRIES = 44;
    private static final int MADT_IO_APIC = 1;
    private static final int MADT_OVERRIDE = 2;
    private static final int MCFG_ENTRIES = 44;
    private static final int MCFG_ENTRY_BYTES = 16;
    private static final long MOST_PHYSICAL = 1L << 32;

    private final int[] interruptOfIrq = new int[16];
    private int pm1aControl;
    private int pmTimer;
    private int sleepTypeOff = -1;
    private int resetPort;
    private int resetValue;
    private long pciConfiguration;
    private int lastPciBus = 255;
    private long ioApic = 0xfec0_0000L;

    /** Reads the tables. A machine without them has the defaults of a PC and no power-off. */
    AcpiTables(long rootPointer) {
        for (int i = 0; i < interruptOfIrq.length; i++) {
            interruptOfIrq[i] = i;
        }
        long root = rootPointer != 0 ? rootPointer : findRootPointer();
        if (root == 0) {
            return;
        }
        boolean wide = Address.loadByte(at(root) + 15) >= 2 && Address.loadLong(at(root) + 24) != 0;
        long directory = wide ? Address.loadLong(at(root) + 24) : word(at(root) + 16);
        int entryBytes = wide ? 8 : 4;
        long length = lengthOf(directory);
        for (long offset = HEADER_BYTES; offset + entryBytes <= length; offset += entryBytes) {
            long table = wide ? Address.loadLong(at(directory) + offset) : word(at(directory) + offset);
            readTable(table);
        }
    }

    private void readTable(long table) {
        if (lengthOf(table) == 0) {
            return;
        }
        int signature = Address.loadInt(at(table));
        if (signature == FADT) {
            readFixed(at(table), lengthOf(table));
        } else if (signature == MADT) {
            readInterrupts(at(table), lengthOf(table));
        } else if (signature == MCFG) {
            readConfiguration(at(table), lengthOf(table));
        }
    }

    /** The memory-mapped configuration of PCI segment 0 (PCI Firmware Specification 3.2 §4.1.2), if it begins with bus 0. */
    private void readConfiguration(long mcfg, long length) {
        for (long entry = mcfg + MCFG_ENTRIES; entry + MCFG_ENTRY_BYTES <= mcfg + length; entry += MCFG_ENTRY_BYTES) {
            if (Address.loadShort(entry + 8) == 0 && Address.loadByte(entry + 10) == 0) {
                pciConfiguration = Address.loadLong(entry);
                lastPciBus = Address.loadByte(entry + 11) & 0xff;
            }
        }
    }

    private void readFixed(long fadt, long length) {
        if (length < FADT_FLAGS + 4) {
            return;
        }
        pm1aControl = Address.loadInt(fadt + FADT_PM1A_CONTROL);
        pmTimer = Address.loadInt(fadt + FADT_PM_TIMER);
        boolean resets = (Address.loadInt(fadt + FADT_FLAGS) & FLAG_RESET_SUPPORTED) != 0 && length > FADT_RESET_VALUE;
        if (resets && Address.loadByte(fadt + FADT_RESET_REGISTER) == 1) {
            resetPort = (int) Address.loadLong(fadt + FADT_RESET_REGISTER + 4);
            resetValue = Address.loadByte(fadt + FADT_RESET_VALUE) & 0xff;
        }
        readSleepType(word(fadt + FADT_DSDT));
    }

    /** Finds {@code Name (_S5_, Package (…) {SLP_TYPa, …})} in the AML of the DSDT (§7.4.2, encoding §20.2). */
    private void readSleepType(long dsdt) {
        long length = lengthOf(dsdt);
        for (long offset = HEADER_BYTES; offset + 12 < length; offset++) {
            long at = at(dsdt) + offset;
            if (Address.loadInt(at) == S5 && Address.loadByte(at + 4) == 0x12) {
                int lengthBytes = 1 + (Address.loadByte(at + 5) >> 6 & 3);
                long value = at + 5 + lengthBytes + 1;
                boolean prefixed = Address.loadByte(value) == 0x0a;
                sleepTypeOff = Address.loadByte(prefixed ? value + 1 : value) & 7;
                return;
            }
        }
    }

    private void readInterrupts(long madt, long length) {
        long offset = MADT_ENTRIES;
        while (offset + 2 <= length) {
            int type = Address.loadByte(madt + offset);
            int bytes = Address.loadByte(madt + offset + 1) & 0xff;
            if (bytes < 2 || offset + bytes > length) {
                return;
            }
            if (type == MADT_IO_APIC && bytes >= 12 && Address.loadInt(madt + offset + 8) == 0) {
                ioApic = word(madt + offset + 4);
            } else if (type == MADT_OVERRIDE && bytes >= 10) {
                int irq = Address.loadByte(madt + offset + 3) & 15;
                interruptOfIrq[irq] = Address.loadInt(madt + offset + 4);
            }
            offset += bytes;
        }
    }

    private static long findRootPointer() {
        for (long address = 0xe_0000; address < 0x10_0000; address += 16) {
            if (Address.loadInt(at(address)) == RSDP_SIGNATURE_LOW && Address.loadInt(at(address) + 4) == 0x20525450) {
                return address;
            }
        }
        return 0;
    }

    /** Bytes of a table, 0 if it lies where it cannot be read. */
    private static long lengthOf(long table) {
        if (table <= 0 || table + HEADER_BYTES > MOST_PHYSICAL) {
            return 0;
        }
        long length = word(at(table) + 4);
        return table + length > MOST_PHYSICAL ? 0 : length;
    }

    private static long word(long address) {
        return Address.loadInt(address) & 0xffff_ffffL;
    }

    private static long at(long physical) {
        return X86Boot.LINEAR_MAP + physical;
    }

    /** Port of PM1a control, 0 if unknown. */
    int pm1aControl() {
        return pm1aControl;
    }

    /** Value of the sleep type that turns the machine off, −1 if unknown. */
    int sleepTypeOff() {
        return sleepTypeOff;
    }

    /** Port of the PM timer, 0 if there is none. */
    int pmTimer() {
        return pmTimer;
    }

    /** Port of the reset register, 0 if there is none. */
    int resetPort() {
        return resetPort;
    }

    int resetValue() {
        return resetValue;
    }

    /** Physical address of the configuration of PCI, 0 if it is not in memory. */
    long pciConfiguration() {
        return pciConfiguration;
    }

    /** The highest bus of PCI. */
    int lastPciBus() {
        return lastPciBus;
    }

    /** Physical address of the I/O APIC. */
    long ioApic() {
        return ioApic;
    }

    /** Input of the I/O APIC where an ISA interrupt arrives. */
    int interruptOfIrq(int irq) {
        return interruptOfIrq[irq];
    }
}
