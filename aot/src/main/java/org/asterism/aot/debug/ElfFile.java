package org.asterism.aot.debug;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A linked, little-endian ELF64 file: its debugging sections, and the symbols of its code (System V ABI, chapter 4). */
public final class ElfFile {
    private static final int SECTION_TABLE = 0x28;
    private static final int SECTION_COUNT = 0x3c;
    private static final int NAMES_INDEX = 0x3e;
    private static final int HEADER_BYTES = 64;
    private static final int HEADER_TYPE = 0x04;
    private static final int HEADER_FLAGS = 0x08;
    private static final int HEADER_OFFSET = 0x18;
    private static final int HEADER_SIZE = 0x20;
    private static final int HEADER_LINK = 0x28;
    private static final int SYMBOL_TABLE = 2;
    private static final int EXECUTABLE = 1 << 2;
    private static final int SYMBOL_BYTES = 24;
    private static final int SYMBOL_INFO = 4;
    private static final int SYMBOL_SECTION = 6;
    private static final int SYMBOL_VALUE = 8;
    private static final int SYMBOL_SIZE = 16;
    private static final int TYPE_MASK = 0xf;
    private static final int TYPE_SECTION = 3;

    private final ByteBuffer file;
    private final long table;
    private final Map<String, Cursor> sections = new HashMap<>();
    private final List<Symbol> codeSymbols = new ArrayList<>();

    /**
     * A place in machine code.
     *
     * @param name as the file has it
     * @param address where it is
     * @param bytes how long it is; 0 if nothing tells
     */
    public record Symbol(String name, long address, long bytes) {
    }

    private ElfFile(ByteBuffer file) {
        this.file = file;
        this.table = file.getLong(SECTION_TABLE);
        int names = offset(header(file.getShort(NAMES_INDEX)));
        for (int i = 0; i < file.getShort(SECTION_COUNT); i++) {
            int header = header(i);
            String name = new Cursor(file, names + file.getInt(header)).string();
            if (name.startsWith(".debug")) {
                int size = (int) file.getLong(header + HEADER_SIZE);
                sections.put(name, new Cursor(file.slice(offset(header), size).order(ByteOrder.LITTLE_ENDIAN), 0));
            } else if (file.getInt(header + HEADER_TYPE) == SYMBOL_TABLE) {
                readSymbols(header);
            }
        }
    }

    private int header(int index) {
        return (int) table + index * HEADER_BYTES;
    }

    private int offset(int header) {
        return (int) file.getLong(header + HEADER_OFFSET);
    }

    private void readSymbols(int header) {
        int names = offset(header(file.getInt(header + HEADER_LINK)));
        int end = offset(header) + (int) file.getLong(header + HEADER_SIZE);
        for (int at = offset(header); at < end; at += SYMBOL_BYTES) {
            int section = file.getShort(at + SYMBOL_SECTION);
            boolean isPlace = (file.get(at + SYMBOL_INFO) & TYPE_MASK) < TYPE_SECTION;
            if (isPlace && section > 0 && (file.getLong(header(section) + HEADER_FLAGS) & EXECUTABLE) != 0) {
                codeSymbols.add(new Symbol(new Cursor(file, names + file.getInt(at)).string(),
                        file.getLong(at + SYMBOL_VALUE), file.getLong(at + SYMBOL_SIZE)));
            }
        }
    }

    /** Reads a file. */
    public static ElfFile read(Path path) throws IOException {
        return new ElfFile(ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN));
    }

    /** The start of a debugging section; an empty one if the file does not have it. */
    Cursor section(String name) {
        return sections.getOrDefault(name, new Cursor(ByteBuffer.allocate(0), 0)).at(0);
    }

    /** The symbols in sections of machine code, in the file's order. */
    public List<Symbol> codeSymbols() {
        return codeSymbols;
    }
}
