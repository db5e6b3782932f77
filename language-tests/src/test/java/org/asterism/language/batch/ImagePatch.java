package org.asterism.language.batch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Replaces the first bytes of a function in an ELF64 file (System V ABI, chapters 4 and 5). */
final class ImagePatch {
    private static final int SECTION_OFFSET = 0x28;
    private static final int SECTION_COUNT = 0x3c;
    private static final int SECTION_BYTES = 64;
    private static final int TYPE_SYMBOLS = 2;
    private static final int SYMBOL_BYTES = 24;

    private final ByteBuffer file;
    private final int sections;

    private ImagePatch(byte[] bytes) {
        file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        sections = (int) file.getLong(SECTION_OFFSET);
    }

    /** Copies an image and puts code at a symbol. */
    static void write(Path from, Path to, String symbol, int... code) throws IOException {
        byte[] bytes = Files.readAllBytes(from);
        int at = new ImagePatch(bytes).fileOffset(symbol);
        for (int i = 0; i < code.length; i++) {
            bytes[at + i] = (byte) code[i];
        }
        Files.write(to, bytes);
    }

    private int fileOffset(String wanted) {
        for (int i = 0; i < file.getShort(SECTION_COUNT); i++) {
            int section = section(i);
            if (file.getInt(section + 4) == TYPE_SYMBOLS) {
                int names = (int) file.getLong(section(file.getInt(section + 40)) + 24);
                int start = (int) file.getLong(section + 24);
                for (int symbol = start; symbol < start + file.getLong(section + 32); symbol += SYMBOL_BYTES) {
                    if (wanted.equals(name(names + file.getInt(symbol)))) {
                        int holder = section(file.getShort(symbol + 6));
                        return (int) (file.getLong(symbol + 8) - file.getLong(holder + 16) + file.getLong(holder + 24));
                    }
                }
            }
        }
        throw new IllegalArgumentException("the image has no symbol " + wanted);
    }

    private int section(int index) {
        return sections + index * SECTION_BYTES;
    }

    private String name(int at) {
        int end = at;
        while (file.get(end) != 0) {
            end++;
        }
        return new String(file.array(), at, end - at, StandardCharsets.US_ASCII);
    }
}
