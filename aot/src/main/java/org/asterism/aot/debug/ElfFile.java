package org.asterism.aot.debug;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The sections of a linked, little-endian ELF64 file. */
final class ElfFile {
    private static final int SECTION_TABLE = 0x28;
    private static final int SECTION_COUNT = 0x3c;
    private static final int NAMES_INDEX = 0x3e;
    private static final int HEADER_BYTES = 64;
    private static final int HEADER_OFFSET = 0x18;
    private static final int HEADER_SIZE = 0x20;

    private final Map<String, Cursor> sections = new HashMap<>();

    private ElfFile(ByteBuffer file) {
        long table = file.getLong(SECTION_TABLE);
        int names = (int) file.getLong(header(table, file.getShort(NAMES_INDEX)) + HEADER_OFFSET);
        for (int i = 0; i < file.getShort(SECTION_COUNT); i++) {
            int header = header(table, i);
            String name = new Cursor(file, names + file.getInt(header)).string();
            int offset = (int) file.getLong(header + HEADER_OFFSET);
            int size = (int) file.getLong(header + HEADER_SIZE);
            if (name.startsWith(".debug")) {
                sections.put(name, new Cursor(file.slice(offset, size).order(ByteOrder.LITTLE_ENDIAN), 0));
            }
        }
    }

    private static int header(long table, int index) {
        return (int) table + index * HEADER_BYTES;
    }

    static ElfFile read(Path path) throws IOException {
        return new ElfFile(ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN));
    }

    /** The start of a debugging section; an empty one if the file does not have it. */
    Cursor section(String name) {
        return sections.getOrDefault(name, new Cursor(ByteBuffer.allocate(0), 0)).at(0);
    }
}
