package org.asterism.language.bytecode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;

/**
 * Which instructions class files hold, byte by byte as they stand in the file: ASM's visitors do not tell {@code iload_1} from
 * {@code iload 1}. A {@code wide} instruction counts as 256 + its opcode, too.
 */
final class InstructionSet {
    static final int WIDE = 196;
    private static final int TABLE_SWITCH = 170;
    private static final int LOOKUP_SWITCH = 171;
    private static final int IINC = 132;
    /** How many bytes of operands follow each opcode; * for those that vary. */
    private static final String OPERANDS = "0".repeat(16) + "12122" + "1".repeat(5) + "0".repeat(28) + "1".repeat(5) + "0".repeat(73)
            + "2" + "0".repeat(20) + "2".repeat(16) + "1**" + "0".repeat(6) + "2".repeat(7) + "442120022" + "00*32244";

    private final BitSet found = new BitSet();

    private InstructionSet() {}

    /** The instructions of all class files below some folders. */
    static BitSet of(Path... folders) throws IOException {
        InstructionSet set = new InstructionSet();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".class")).forEach(set::read);
            }
        }
        return set.found;
    }

    private void read(Path file) {
        try {
            readClass(new ClassReader(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readClass(ClassReader reader) {
        int at = reader.header + 6;
        at += 2 + 2 * reader.readUnsignedShort(at);
        at = readMembers(reader, at);
        readMembers(reader, at);
    }

    /** Skips fields or methods, reading the code of the latter; returns where they end. */
    private int readMembers(ClassReader reader, int start) {
        int at = start + 2;
        for (int members = reader.readUnsignedShort(start); members > 0; members--) {
            int attributes = reader.readUnsignedShort(at + 6);
            at += 8;
            for (; attributes > 0; attributes--) {
                if (reader.readUTF8(at, new char[reader.getMaxStringLength()]).equals("Code")) {
                    readCode(reader, at + 14, reader.readInt(at + 10));
                }
                at += 6 + reader.readInt(at + 2);
            }
        }
        return at;
    }

    private void readCode(ClassReader reader, int start, int length) {
        int at = start;
        while (at < start + length) {
            int opcode = reader.readByte(at);
            found.set(opcode);
            if (opcode == WIDE) {
                int widened = reader.readByte(at + 1);
                found.set(256 + widened);
                at += widened == IINC ? 6 : 4;
            } else if (opcode == TABLE_SWITCH || opcode == LOOKUP_SWITCH) {
                int operands = at + 4 - (at - start) % 4;
                at = opcode == LOOKUP_SWITCH ? operands + 8 + 8 * reader.readInt(operands + 4)
                        : operands + 12 + 4 * (reader.readInt(operands + 8) - reader.readInt(operands + 4) + 1);
            } else {
                at += 1 + OPERANDS.charAt(opcode) - '0';
            }
        }
    }
}
