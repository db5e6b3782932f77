package org.asterism.ostd.x86;

import java.nio.charset.StandardCharsets;
import org.asterism.ostd.boot.MemoryMap;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.unsafe.Address;

/** What a PVH boot loader leaves ({@code struct hvm_start_info}, Xen's arch-x86/hvm/start_info.h), read through the provisional linear map. */
final class StartInfo {
    private static final int MAGIC_VALUE = 0x336ec578;
    private static final int MAGIC = 0;
    private static final int VERSION = 4;
    private static final int MODULE_COUNT = 12;
    private static final int MODULES = 16;
    private static final int COMMAND_LINE = 24;
    private static final int ROOT_POINTER = 32;
    private static final int MEMORY_MAP = 40;
    private static final int MEMORY_MAP_ENTRIES = 48;
    private static final int MAP_ENTRY_BYTES = 24;
    private static final int TYPE_RAM = 1;
    private static final int MOST_COMMAND_LINE = 4096;

    private final long info;

    StartInfo(long physical) {
        info = at(physical);
    }

    /** Tells whether the loader spoke PVH, and gave a memory map. */
    boolean isValid() {
        return Address.loadInt(info + MAGIC) == MAGIC_VALUE && Address.loadInt(info + VERSION) >= 1;
    }

    String commandLine() {
        long from = Address.loadLong(info + COMMAND_LINE);
        int length = 0;
        while (from != 0 && length < MOST_COMMAND_LINE && Address.loadByte(at(from) + length) != 0) {
            length++;
        }
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = Address.loadByte(at(from) + i);
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Physical address of the first module, the initial ram disk; 0 if there is none. */
    long ramDisk() {
        return Address.loadInt(info + MODULE_COUNT) == 0 ? 0 : Address.loadLong(at(Address.loadLong(info + MODULES)));
    }

    long ramDiskBytes() {
        return Address.loadInt(info + MODULE_COUNT) == 0 ? 0 : Address.loadLong(at(Address.loadLong(info + MODULES)) + 8);
    }

    /** Physical address of the ACPI root pointer; 0 if the loader does not know it. */
    long rootPointer() {
        return Address.loadLong(info + ROOT_POINTER);
    }

    /** Adds the RAM of the machine to a map, whole pages only. */
    void readMemory(MemoryMap map) {
        long entries = at(Address.loadLong(info + MEMORY_MAP));
        int count = Address.loadInt(info + MEMORY_MAP_ENTRIES);
        for (int i = 0; i < count; i++) {
            long entry = entries + (long) i * MAP_ENTRY_BYTES;
            long start = Address.loadLong(entry);
            long end = start + Address.loadLong(entry + 8);
            if (Address.loadInt(entry + 16) == TYPE_RAM) {
                map.add(PageSize.ceil(start), PageSize.floor(end));
            }
        }
    }

    private static long at(long physical) {
        return X86Boot.LINEAR_MAP + physical;
    }
}
