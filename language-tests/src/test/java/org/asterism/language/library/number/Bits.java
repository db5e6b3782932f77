package org.asterism.language.library.number;

import java.util.BitSet;
import org.asterism.language.library.Covers;
import org.asterism.language.library.Outcome;

/** {@link BitSet}. */
@Covers(BitSet.class)
public final class Bits {
    private Bits() {}

    /** Runs. */
    public static void main(String[] arguments) {
        BitSet bits = new BitSet();
        Outcome.show("empty", bits, bits.size(), bits.length(), bits.isEmpty(), bits.nextSetBit(0), bits.nextClearBit(0), bits.previousSetBit(5), bits.previousClearBit(5));
        bits.set(3);
        bits.set(64, 70);
        bits.set(200, true);
        bits.set(1, false);
        bits.flip(0, 5);
        bits.flip(66);
        Outcome.show("set", bits, bits.cardinality(), bits.length(), bits.size(), bits.get(3), bits.get(1000), bits.get(60, 68), bits.hashCode());
        Outcome.show("search", bits.nextSetBit(5), bits.nextSetBit(201), bits.nextClearBit(64), bits.previousSetBit(199), bits.previousClearBit(69), bits.previousSetBit(-1));
        BitSet other = new BitSet(10);
        other.set(0, 66);
        Outcome.show("other", bits.intersects(other), bits.equals(other), bits.clone().equals(bits));
        for (int operation = 0; operation < 4; operation++) {
            BitSet copy = (BitSet) bits.clone();
            switch (operation) {
                case 0 -> copy.and(other);
                case 1 -> copy.or(other);
                case 2 -> copy.xor(other);
                default -> copy.andNot(other);
            }
            Outcome.show("operation " + operation, copy, copy.cardinality());
        }
        bits.clear(64);
        bits.clear(0, 3);
        Outcome.show("cleared", bits, bits.toLongArray(), bits.toByteArray(), BitSet.valueOf(new long[] {5, 0, 1}), BitSet.valueOf(new byte[] {1, 2, 0}));
        for (int index : new int[] {-1, Integer.MIN_VALUE}) {
            Outcome.print("get", () -> bits.get(index));
            Outcome.run("set", () -> bits.set(index));
            Outcome.run("clear", () -> bits.clear(index));
            Outcome.run("flip", () -> bits.flip(index));
            Outcome.print("next", () -> bits.nextSetBit(index));
            Outcome.run("range", () -> bits.set(3, index));
            Outcome.run("range", () -> bits.set(3, 2));
        }
        Outcome.run("size", () -> new BitSet(-1));
        bits.clear();
        Outcome.show("none", bits, bits.length());
        stress();
    }

    private static void stress() {
        BitSet bits = new BitSet();
        boolean[] model = new boolean[5000];
        long state = 1;
        for (int i = 0; i < 20_000; i++) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            int index = (int) (state >>> 33) % 4900;
            int length = (int) (state >>> 58);
            switch ((int) (state >>> 56) & 3) {
                case 0 -> bits.set(index, index + length);
                case 1 -> bits.clear(index, index + length);
                case 2 -> bits.flip(index, index + length);
                default -> bits.set(index);
            }
            for (int k = index; k < index + length; k++) {
                int kind = (int) (state >>> 56) & 3;
                model[k] = kind == 0 || kind == 2 && !model[k] || kind == 3 && model[k];
            }
            model[index] |= ((int) (state >>> 56) & 3) == 3;
        }
        int differences = 0;
        for (int k = 0; k < model.length; k++) {
            differences += model[k] == bits.get(k) ? 0 : 1;
        }
        Outcome.show("stressed", differences, bits.cardinality(), bits.hashCode());
    }
}
