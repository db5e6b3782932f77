package org.asterism.language.programs.runtime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Maps and sets through growth, collisions, trees in bins, removal and iteration order. */
public final class Collections {
    private Collections() {}

    private enum Colour { RED, GREEN, BLUE, WHITE }

    /** Collides with most others of its kind. */
    private record Clash(int number) {
        @Override
        public int hashCode() {
            return number % 3;
        }
    }

    private static long digest(Map<?, ?> map) {
        long digest = map.size();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            digest = digest * 31 + entry.getKey().hashCode() * 7L + entry.getValue().hashCode();
        }
        return digest;
    }

    private static void fill(Map<Object, Object> map) {
        for (int i = 0; i < 5000; i++) {
            map.put("key" + i * 7, i);
            map.put(i * 11, "value" + i);
            map.merge(i % 100, 1, (a, b) -> a.toString() + b);
        }
        for (int i = 0; i < 5000; i += 3) {
            map.remove("key" + i * 7);
        }
        for (int i = 0; i < 200; i++) {
            map.put(new Clash(i), i);
        }
        for (int i = 0; i < 200; i += 2) {
            map.remove(new Clash(i));
        }
        int found = 0;
        for (int i = 0; i < 200; i++) {
            found += map.containsKey(new Clash(i)) ? 1 : 0;
        }
        System.out.println(map.getClass().getSimpleName() + " " + map.size() + " found " + found);
    }

    /** Runs. */
    public static void main(String[] arguments) {
        Map<Object, Object> hash = new HashMap<>();
        Map<Object, Object> linked = new LinkedHashMap<>();
        Map<Object, Object> concurrent = new ConcurrentHashMap<>();
        fill(hash);
        fill(linked);
        fill(concurrent);
        System.out.println(digest(linked));
        Map<Object, Object> sized = new HashMap<>(1000);
        sized.putAll(linked);
        System.out.println(hash.equals(linked) + " " + linked.equals(concurrent) + " " + sized.equals(hash) + " " + new HashMap<>(concurrent).equals(hash));
        Map<Integer, Integer> loose = new HashMap<>(2, 3.5f);
        for (int i = 0; i < 100; i++) {
            loose.put(i, i * i);
        }
        System.out.println(loose);
        try {
            System.out.println(new HashMap<String, String>(-1));
        } catch (IllegalArgumentException refused) {
            System.out.println(refused.getMessage());
        }
        try {
            System.out.println(new HashMap<String, String>(1, Float.NaN));
        } catch (IllegalArgumentException refused) {
            System.out.println(refused.getMessage());
        }
        Set<Integer> set = new HashSet<>(List.of(5, 3, 9, 1));
        set.addAll(new LinkedHashSet<>(List.of(100, 17, 33)));
        System.out.println(set);
        TreeMap<String, Integer> tree = new TreeMap<>(Comparator.reverseOrder());
        for (int i = 0; i < 50; i++) {
            tree.put("t" + i * 37 % 50, i);
        }
        System.out.println(tree.headMap("t3") + " " + tree.ceilingKey("t25"));
        EnumMap<Colour, String> colours = new EnumMap<>(Colour.class);
        for (Colour colour : EnumSet.complementOf(EnumSet.of(Colour.GREEN))) {
            colours.put(colour, colour.name().toLowerCase());
        }
        System.out.println(colours + " " + Colour.valueOf("BLUE").ordinal());
        PriorityQueue<Integer> queue = new PriorityQueue<>();
        for (int i = 0; i < 100; i++) {
            queue.add(i * 61 % 101);
        }
        List<Integer> sorted = new ArrayList<>();
        while (!queue.isEmpty()) {
            sorted.add(queue.poll());
        }
        System.out.println(sorted);
    }
}
