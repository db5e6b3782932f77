package org.asterism.assembly;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import org.objectweb.asm.ClassReader;

/**
 * One change of a file, as faults and forgers make them. Places and lengths are taken modulo the file's, so that every mutation
 * applies to every file and shrinks to smaller numbers.
 *
 * @param kind what is done
 * @param at where
 * @param length to how many bytes
 * @param value with what
 */
public record Mutation(Kind kind, int at, int length, int value) {
    private static final int[] ODD_NUMBERS = {0, 1, 2, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xfffe, 0xffff};
    private static final String[] ODD_TEXTS = {"\"", "'", "=", ";", ":=", ",", "(", ")", "*", "[", "<", ">", "&", "\\", "\r\n ", "\n\n", "${", "}", "é", "\0", "..", "/"};

    /** What can be done to a file. */
    public enum Kind { FLIP_BIT, SET_BYTE, SET_WORD, TRUNCATE, DELETE, REPEAT, SWAP, INSERT_TEXT, CHANGE_CONSTANT }

    /** A few mutations of anything but constants of class files. */
    public static Arbitrary<List<Mutation>> ofFiles() {
        return of(Arbitraries.of(Kind.FLIP_BIT, Kind.SET_BYTE, Kind.SET_WORD, Kind.TRUNCATE, Kind.DELETE, Kind.REPEAT, Kind.SWAP, Kind.INSERT_TEXT));
    }

    /** A few mutations of class files. */
    public static Arbitrary<List<Mutation>> ofClassFiles() {
        return of(Arbitraries.frequency(Tuple.of(4, Kind.CHANGE_CONSTANT), Tuple.of(3, Kind.FLIP_BIT),
                Tuple.of(2, Kind.SET_WORD), Tuple.of(2, Kind.SET_BYTE), Tuple.of(1, Kind.TRUNCATE),
                Tuple.of(1, Kind.DELETE), Tuple.of(1, Kind.REPEAT), Tuple.of(1, Kind.SWAP)));
    }

    private static Arbitrary<List<Mutation>> of(Arbitrary<Kind> kinds) {
        Arbitrary<Integer> place = Arbitraries.integers().between(0, 1 << 20).withDistribution(RandomDistribution.uniform());
        return Combinators.combine(kinds, place, Arbitraries.integers().between(1, 40), place).as(Mutation::new).list().ofMinSize(1).ofMaxSize(4);
    }

    /** The file after all mutations. */
    public static byte[] apply(List<Mutation> mutations, byte[] file) {
        byte[] changed = file.clone();
        for (Mutation mutation : mutations) {
            changed = changed.length < 4 ? changed : mutation.apply(changed);
        }
        return changed;
    }

    private byte[] apply(byte[] file) {
        int start = at % (file.length - 2);
        int end = Math.min(file.length, start + length);
        switch (kind) {
            case FLIP_BIT -> file[start] ^= (byte) (1 << value % 8);
            case SET_BYTE -> file[start] = (byte) value;
            case SET_WORD -> setWord(file, start, ODD_NUMBERS[value % ODD_NUMBERS.length]);
            case TRUNCATE -> {
                return Arrays.copyOf(file, start);
            }
            case DELETE -> {
                return splice(file, start, end, new byte[0]);
            }
            case REPEAT -> {
                return splice(file, end, end, Arrays.copyOfRange(file, start, end));
            }
            case SWAP -> swap(file, start, value % (file.length - 2));
            case INSERT_TEXT -> {
                String text = ODD_TEXTS[value % ODD_TEXTS.length].repeat(length % 8 == 0 ? 500 : 1);
                return splice(file, start, start, text.getBytes(StandardCharsets.UTF_8));
            }
            default -> changeConstant(file);
        }
        return file;
    }

    private static void setWord(byte[] file, int at, int word) {
        file[at] = (byte) (word >> 8);
        file[at + 1] = (byte) word;
    }

    private static byte[] splice(byte[] file, int start, int end, byte[] by) {
        byte[] spliced = Arrays.copyOf(file, file.length - (end - start) + by.length);
        System.arraycopy(by, 0, spliced, start, by.length);
        System.arraycopy(file, end, spliced, start + by.length, file.length - end);
        return spliced;
    }

    private void swap(byte[] file, int one, int other) {
        for (int i = 0; i < length && one + i < file.length && other + i < file.length; i++) {
            byte kept = file[one + i];
            file[one + i] = file[other + i];
            file[other + i] = kept;
        }
    }

    /** Lets an entry of the constant pool point at another, or be of another kind. */
    private void changeConstant(byte[] file) {
        try {
            ClassReader reader = new ClassReader(file);
            int item = reader.getItem(1 + at % (reader.getItemCount() - 1));
            if (item > 0 && item + 4 < file.length) {
                if (length % 4 == 0) {
                    file[item - 1] = (byte) (1 + value % 20);
                } else {
                    setWord(file, item + length % 2 * 2, 1 + value % reader.getItemCount());
                }
            }
        } catch (RuntimeException e) {
            // an earlier mutation has left no constant pool
            file[file.length / 2] ^= 1;
        }
    }
}
