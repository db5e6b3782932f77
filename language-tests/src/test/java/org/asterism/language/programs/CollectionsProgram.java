package org.asterism.language.programs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The collections that a kernel uses. */
public final class CollectionsProgram {
    private CollectionsProgram() {
    }

    enum Colour { RED, GREEN, BLUE }

    record Key(String name, int number) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return name.equals(other.name) ? Integer.compare(number, other.number) : name.compareTo(other.name);
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        lists();
        maps();
        concurrent();
        others();
        churn();
    }

    private static void lists() {
        List<Integer> list = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            list.add(i * 37 % 50);
        }
        list.remove(Integer.valueOf(5));
        list.remove(0);
        list.removeIf(x -> x % 3 == 0);
        Collections.sort(list);
        System.out.println(list + " " + list.size() + " " + list.indexOf(20) + " " + list.contains(21));
        list.sort(Comparator.comparing((Integer x) -> x % 10).thenComparing(Comparator.reverseOrder()));
        System.out.println(list);
        Collections.reverse(list);
        System.out.println(list.subList(2, 6) + " " + Collections.max(list) + " " + Collections.binarySearch(List.of(1, 3, 5), 3));
        List<String> linked = new LinkedList<>(List.of("a", "b", "c"));
        linked.add(1, "x");
        Iterator<String> iterator = linked.iterator();
        iterator.next();
        iterator.remove();
        System.out.println(linked + " " + Arrays.asList(1, 2, 3) + Collections.unmodifiableList(linked) + List.of() + List.of(1, 2, 3));
        try {
            for (Integer x : list) {
                list.add(x);
            }
        } catch (java.util.ConcurrentModificationException e) {
            System.out.println("modified");
        }
        try {
            List.of(1).add(2);
        } catch (UnsupportedOperationException e) {
            System.out.println("immutable");
        }
        Integer[] array = list.toArray(new Integer[0]);
        Arrays.sort(array, Comparator.reverseOrder());
        System.out.println(array.length + " " + array[0] + " " + array.getClass().getName());
    }

    private static void maps() {
        Map<String, Integer> counts = new HashMap<>();
        for (String word : "the quick brown fox jumps over the lazy dog the end".split(" ")) {
            counts.merge(word, 1, Integer::sum);
        }
        System.out.println(new TreeMap<>(counts));
        Map<Key, String> keys = new HashMap<>();
        for (int i = 0; i < 1000; i++) {
            keys.put(new Key("k" + i % 10, i), "v" + i);
        }
        System.out.println(keys.size() + keys.get(new Key("k7", 777)) + keys.containsKey(new Key("k7", 778)) + keys.remove(new Key("k1", 1)));
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < 10; i++) {
            groups.computeIfAbsent(i % 2 == 0 ? "even" : "odd", k -> new ArrayList<>()).add(i);
        }
        System.out.println(groups + " " + groups.getOrDefault("none", List.of()));
        TreeMap<Integer, String> tree = new TreeMap<>();
        for (int i = 0; i < 100; i += 7) {
            tree.put(i, "n" + i);
        }
        tree.remove(49);
        System.out.println(tree.floorKey(50) + " " + tree.ceilingEntry(50) + " " + tree.headMap(20) + tree.descendingMap().firstKey()
                + tree.subMap(30, true, 60, false) + tree.pollFirstEntry());
        TreeMap<Key, Integer> ordered = new TreeMap<>(Comparator.reverseOrder());
        ordered.put(new Key("b", 1), 1);
        ordered.put(new Key("a", 1), 2);
        System.out.println(ordered);
        Map<Integer, Integer> numbers = new HashMap<>();
        for (int i = 0; i < 20000; i++) {
            numbers.put(i * 65536, i);
        }
        long sum = 0;
        for (Map.Entry<Integer, Integer> entry : numbers.entrySet()) {
            sum += entry.getKey() ^ entry.getValue();
        }
        System.out.println(sum + " " + Map.of("only", 1));
    }

    private static void concurrent() {
        ConcurrentHashMap<String, Integer> map = new ConcurrentHashMap<>();
        for (int i = 0; i < 3000; i++) {
            map.merge("key" + i % 100, i, Integer::sum);
            map.putIfAbsent("once" + i, i);
        }
        map.computeIfPresent("key5", (k, v) -> null);
        map.replaceAll((k, v) -> v + 1);
        System.out.println(map.size() + " " + map.get("key7") + " " + map.get("key5") + " " + map.get("once2999"));
        long total = 0;
        for (int value : map.values()) {
            total += value;
        }
        System.out.println(total);
    }

    private static void others() {
        ArrayDeque<Integer> deque = new ArrayDeque<>();
        for (int i = 0; i < 40; i++) {
            deque.addLast(i);
            if (i % 3 == 0) {
                deque.addFirst(-i);
            }
            if (i % 4 == 0) {
                deque.pollLast();
            }
        }
        System.out.println(deque);
        PriorityQueue<Key> queue = new PriorityQueue<>();
        for (int i = 0; i < 20; i++) {
            queue.add(new Key("p" + i * 7 % 5, i));
        }
        StringBuilder drained = new StringBuilder();
        while (!queue.isEmpty()) {
            drained.append(queue.poll()).append(' ');
        }
        System.out.println(drained);
        EnumMap<Colour, String> names = new EnumMap<>(Colour.class);
        names.put(Colour.BLUE, "b");
        names.put(Colour.RED, "r");
        System.out.println(names + " " + EnumSet.complementOf(EnumSet.of(Colour.GREEN)) + EnumSet.allOf(Colour.class));
        BitSet bits = new BitSet();
        bits.set(3);
        bits.set(70, 75);
        System.out.println(bits + " " + bits.nextClearBit(70) + " " + bits.cardinality());
        System.out.println(new TreeSet<>(List.of(3, 1, 2)).higher(1) + " " + new HashSet<>(List.of(1, 2, 3)).containsAll(List.of(1, 3))
                + Optional.of(3).map(x -> x + 1).orElse(0) + Optional.empty().isPresent());
    }

    private static void churn() {
        List<byte[]> kept = new ArrayList<>();
        long hash = 0;
        for (int i = 0; i < 300_000; i++) {
            byte[] block = new byte[i % 1500];
            if (block.length > 0) {
                block[block.length - 1] = (byte) i;
            }
            if (i % 1000 == 0) {
                kept.add(block);
            }
            hash = hash * 31 + block.length;
        }
        for (byte[] block : kept) {
            hash = hash * 31 + (block.length == 0 ? 0 : block[block.length - 1]);
        }
        System.out.println(hash);
    }
}
