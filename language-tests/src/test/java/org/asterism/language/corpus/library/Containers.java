package org.asterism.language.corpus.library;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Lists, deques, sets and maps in ordinary use. */
public final class Containers {
    private Containers() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        List<Integer> list = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            list.add(i * 7 % 20);
        }
        list.removeIf(n -> n % 3 == 0);
        Collections.sort(list);
        Collections.swap(list, 0, 1);
        System.out.println(list + " " + list.subList(2, 5) + " " + Collections.max(list) + " " + Collections.frequency(list, 7));
        Deque<String> deque = new ArrayDeque<>();
        deque.push("a");
        deque.addLast("b");
        deque.offerFirst("c");
        System.out.println(deque + deque.pop() + deque.pollLast() + deque.peek());
        Set<String> hashed = new HashSet<>(List.of("x", "y", "z"));
        hashed.retainAll(Set.of("y", "z", "w"));
        System.out.println(hashed.size() + " " + new TreeSet<>(hashed).first());
        Map<String, Integer> linked = new LinkedHashMap<>();
        for (String word : "the cat and the dog and the bird".split(" ")) {
            linked.compute(word, (k, v) -> v == null ? 1 : v + 1);
        }
        System.out.println(linked + " " + linked.getOrDefault("cow", 0));
        TreeMap<Integer, String> tree = new TreeMap<>(Map.of(5, "five", 1, "one", 9, "nine"));
        System.out.println(tree.floorKey(7) + " " + tree.headMap(5) + tree.tailMap(5, false) + tree.descendingMap() + tree.pollFirstEntry());
        PriorityQueue<Integer> queue = new PriorityQueue<>(Collections.reverseOrder());
        queue.addAll(list);
        System.out.println(queue.poll() + queue.poll() + queue.size());
        LinkedList<Integer> chain = new LinkedList<>(List.of(1, 2, 3));
        Iterator<Integer> iterator = chain.iterator();
        while (iterator.hasNext()) {
            if (iterator.next() == 2) {
                iterator.remove();
            }
        }
        chain.addFirst(0);
        System.out.println(chain);
        Map<Integer, Integer> large = new HashMap<>();
        for (int i = 0; i < 2000; i++) {
            large.put(i * 31, i);
        }
        long sum = 0;
        for (Map.Entry<Integer, Integer> entry : large.entrySet()) {
            sum += (long) entry.getKey() * entry.getValue();
        }
        System.out.println(large.size() + " " + sum + " " + large.remove(62) + large.containsKey(62));
        try {
            List.of(1).add(2);
        } catch (UnsupportedOperationException e) {
            System.out.println("immutable");
        }
    }
}
