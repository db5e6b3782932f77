package org.asterism.assembly.link;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Sections of a little-endian ELF64 file that are not loaded: text that an image carries about itself, which
 * {@code readelf -p NAME} shows too. Source: System V ABI, chapter 4, sections.
 */
public final class ElfSections {
    private static final byte[] MAGIC = {0x7f, 'E', 'L', 'F', 2, 1};
    private static final int FILE_HEADER_BYTES = 64;
    private static final int TABLE_OFFSET = 0x28;
    private static final int TABLE_ENTRY_BYTES = 0x3a;
    private static final int TABLE_COUNT = 0x3c;
    private static final int NAMES_INDEX = 0x3e;
    private static final int HEADER_BYTES = 64;
    private static final int NAME = 0x00;
    private static final int TYPE = 0x04;
    private static final int OFFSET = 0x18;
    private static final int SIZE = 0x20;
    private static final int ALIGNMENT = 0x30;
    private static final int PROGRAM_BITS = 1;
    private static final int STRING_TABLE = 3;

    private ElfSections() {}

    /**
     * Whether bytes are a little-endian ELF64 file.
     *
     * @param file the bytes
     * @return true if so
     */
    public static boolean isElf(byte[] file) {
        return file.length >= FILE_HEADER_BYTES && Arrays.equals(Arrays.copyOf(file, MAGIC.length), MAGIC);
    }

    /**
     * Adds sections at the end. What is there keeps its place.
     *
     * @param file an ELF file
     * @param sections contents by name, added in the map's order
     * @return the longer file
     */
    static byte[] added(byte[] file, Map<String, byte[]> sections) {
        ByteBuffer old = view(file);
        int count = Short.toUnsignedInt(old.getShort(TABLE_COUNT));
        int table = Math.toIntExact(old.getLong(TABLE_OFFSET));
        int namesHeader = table + Short.toUnsignedInt(old.getShort(NAMES_INDEX)) * HEADER_BYTES;
        byte[] names = count == 0 ? new byte[1] : bytes(old, namesHeader);
        byte[] headers = count == 0 ? new byte[HEADER_BYTES] : Arrays.copyOfRange(file, table, table + count * HEADER_BYTES);
        byte[] grown = file;
        for (Map.Entry<String, byte[]> section : sections.entrySet()) {
            headers = joined(headers, header(names.length, PROGRAM_BITS, grown.length, section.getValue().length));
            names = joined(names, (section.getKey() + "\0").getBytes(StandardCharsets.US_ASCII));
            grown = joined(grown, section.getValue());
        }
        headers = joined(headers, header(names.length, STRING_TABLE, grown.length, names.length + ".names\0".length()));
        grown = joined(grown, joined(names, ".names\0".getBytes(StandardCharsets.US_ASCII)));
        grown = joined(grown, new byte[-grown.length & 7]);
        ByteBuffer result = view(joined(grown, headers));
        result.putLong(TABLE_OFFSET, grown.length);
        result.putShort(TABLE_ENTRY_BYTES, (short) HEADER_BYTES);
        result.putShort(TABLE_COUNT, (short) (headers.length / HEADER_BYTES));
        result.putShort(NAMES_INDEX, (short) (headers.length / HEADER_BYTES - 1));
        return result.array();
    }

    /**
     * The content of a section.
     *
     * @param file an ELF file
     * @param name the section's name
     * @return nothing if the file has no such section, or is too damaged to tell
     */
    public static Optional<byte[]> content(byte[] file, String name) {
        ByteBuffer elf = view(file);
        try {
            int table = Math.toIntExact(elf.getLong(TABLE_OFFSET));
            int namesHeader = table + Short.toUnsignedInt(elf.getShort(NAMES_INDEX)) * HEADER_BYTES;
            int names = Math.toIntExact(elf.getLong(namesHeader + OFFSET));
            byte[] wanted = (name + "\0").getBytes(StandardCharsets.US_ASCII);
            for (int index = 0; index < Short.toUnsignedInt(elf.getShort(TABLE_COUNT)); index++) {
                int header = table + index * HEADER_BYTES;
                int at = names + elf.getInt(header + NAME);
                if (Arrays.equals(file, at, at + wanted.length, wanted, 0, wanted.length)) {
                    return Optional.of(bytes(elf, header));
                }
            }
            return Optional.empty();
        } catch (IndexOutOfBoundsException | ArithmeticException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ByteBuffer view(byte[] file) {
        return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] bytes(ByteBuffer elf, int header) {
        int offset = Math.toIntExact(elf.getLong(header + OFFSET));
        int size = Math.toIntExact(elf.getLong(header + SIZE));
        Objects.checkFromIndexSize(offset, size, elf.capacity());
        return Arrays.copyOfRange(elf.array(), offset, offset + size);
    }

    private static byte[] header(int name, int type, int offset, int size) {
        ByteBuffer header = view(new byte[HEADER_BYTES]);
        header.putInt(NAME, name).putInt(TYPE, type).putLong(OFFSET, offset).putLong(SIZE, size).putLong(ALIGNMENT, 1);
        return header.array();
    }

    private static byte[] joined(byte[] a, byte[] b) {
        byte[] joined = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, joined, a.length, b.length);
        return joined;
    }
}
