package org.asterism.language.corpus.library;

import java.util.BitSet;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** BitSet and StringJoiner, Optional and Objects. */
public final class BitSets {
    private BitSets() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        BitSet bits = new BitSet();
        bits.set(1);
        bits.set(64, 70);
        bits.flip(65);
        BitSet other = BitSet.valueOf(new long[] {0b1010});
        System.out.println(bits + " " + bits.cardinality() + " " + bits.length() + " " + bits.nextClearBit(64) + " " + bits.previousSetBit(63) + " " + other);
        other.or(bits);
        other.andNot(BitSet.valueOf(new long[] {2}));
        System.out.println(other + " " + other.intersects(bits) + " " + other.hashCode() + " " + other.equals(bits));
        Optional<String> some = Optional.of("x");
        System.out.println(some.map(s -> s + "y").orElse("none") + Optional.<String>empty().or(() -> Optional.of("z")).get() + some.filter(String::isEmpty).isPresent() + some + Optional.ofNullable(null));
        System.out.println(OptionalInt.of(5) + " " + OptionalInt.empty().orElseGet(() -> 7));
        System.out.println(Objects.equals(null, null) + " " + Objects.toString(null, "default") + " " + Objects.requireNonNullElse(null, 5) + " " + Objects.compare(1, 2, Integer::compare));
    }
}
