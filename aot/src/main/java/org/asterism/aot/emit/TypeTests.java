package org.asterism.aot.emit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asterism.aot.reach.Closure;
import org.asterism.aot.world.JavaClass;

/**
 * Subtype tests in constant time: every type has a test word in class records and a number; exactly its subtypes have the
 * number in the word. Types without a common subtype share words (packed encoding, Vitek et al., OOPSLA 1997).
 */
public final class TypeTests {
    /** Bytes of a test word. */
    public static final int WORD_SIZE = 2;

    private final Map<JavaClass, Integer> words = new LinkedHashMap<>();
    private final Map<JavaClass, Integer> numbers = new HashMap<>();
    private int wordCount;

    /** Assigns words to all types of an image. */
    public TypeTests(Closure closure) {
        Map<JavaClass, BitSet> subtypes = new HashMap<>();
        int index = 0;
        for (JavaClass type : closure.types()) {
            for (JavaClass supertype : type.supertypes()) {
                subtypes.computeIfAbsent(supertype, key -> new BitSet()).set(index);
            }
            index++;
        }
        Map<JavaClass, Integer> counts = new HashMap<>();
        subtypes.forEach((type, set) -> counts.put(type, set.cardinality()));
        List<JavaClass> order = new ArrayList<>(closure.types());
        order.sort(Comparator.comparingInt((JavaClass type) -> -counts.get(type))
                .thenComparing(JavaClass::name).thenComparing(type -> type.bundle().name()));
        List<BitSet> occupied = new ArrayList<>();
        List<Integer> used = new ArrayList<>();
        for (JavaClass type : order) {
            BitSet mine = subtypes.get(type);
            int word = 0;
            while (word < occupied.size() && occupied.get(word).intersects(mine)) {
                word++;
            }
            if (word == occupied.size()) {
                occupied.add(new BitSet());
                used.add(0);
            }
            occupied.get(word).or(mine);
            used.set(word, used.get(word) + 1);
            words.put(type, word);
            numbers.put(type, used.get(word));
        }
        wordCount = occupied.size();
    }

    /** The number of test words in each class record. */
    public int wordCount() {
        return wordCount;
    }

    /** The test word of a type. */
    public int word(JavaClass type) {
        return words.get(type);
    }

    /** The number that subtypes have in the word. */
    public int number(JavaClass type) {
        return numbers.get(type);
    }
}
