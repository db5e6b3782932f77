package org.asterism.language.corpus.library;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keys with colliding hash codes turn buckets into trees and back. */
public final class Colliding {
    private Colliding() {}

    private record Key(int n) implements Comparable<Key> {
        @Override
        public int hashCode() {
            return n % 3;
        }

        @Override
        public int compareTo(Key other) {
            return Integer.compare(n, other.n);
        }
    }

    private record Unordered(String text) {
        @Override
        public int hashCode() {
            return 7;
        }
    }

    private static <K> void exercise(Map<K, Integer> map, java.util.function.IntFunction<K> key) {
        for (int i = 0; i < 200; i++) {
            map.put(key.apply(i), i);
        }
        long sum = 0;
        for (int i = 0; i < 200; i += 3) {
            sum += map.remove(key.apply(i));
        }
        for (int i = 0; i < 200; i++) {
            Integer value = map.get(key.apply(i));
            sum += value == null ? -1 : value;
        }
        System.out.println(map.size() + " " + sum + " " + map.containsKey(key.apply(1)) + " " + map.merge(key.apply(1), 5, Integer::sum));
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        exercise(new HashMap<>(), Key::new);
        exercise(new HashMap<>(), i -> new Unordered("t" + i));
        exercise(new ConcurrentHashMap<>(), Key::new);
        exercise(new java.util.LinkedHashMap<>(), i -> "AaBB".repeat(i % 7) + i);
        exercise(new java.util.TreeMap<>(), Key::new);
    }
}
