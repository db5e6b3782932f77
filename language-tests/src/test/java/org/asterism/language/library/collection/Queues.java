package org.asterism.language.library.collection;

import java.util.AbstractQueue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.asterism.language.library.Covers;
import org.asterism.language.library.Outcome;

/** Every queue that does not block. */
@Covers({Queue.class, Deque.class, AbstractQueue.class, ArrayDeque.class, PriorityQueue.class, ConcurrentLinkedQueue.class, ConcurrentLinkedDeque.class})
public final class Queues {
    private Queues() {}

    /** A queue with no more than AbstractQueue asks for: at most three elements. */
    private static final class Three extends AbstractQueue<String> {
        private final LinkedList<String> inner = new LinkedList<>();

        @Override
        public Iterator<String> iterator() {
            return inner.iterator();
        }

        @Override
        public int size() {
            return inner.size();
        }

        @Override
        public boolean offer(String element) {
            return inner.size() < 3 && inner.offer(element);
        }

        @Override
        public String poll() {
            return inner.poll();
        }

        @Override
        public String peek() {
            return inner.peek();
        }
    }

    /** Runs. */
    public static void main(String[] arguments) {
        new DequeScript("ArrayDeque", ArrayDeque::new).run();
        new DequeScript("ArrayDeque(1)", () -> new ArrayDeque<>(1)).run();
        new DequeScript("LinkedList", LinkedList::new).run();
        new DequeScript("PriorityQueue", PriorityQueue::new).run();
        new DequeScript("reversed PriorityQueue", () -> new PriorityQueue<>(3, Comparator.reverseOrder())).run();
        new DequeScript("ConcurrentLinkedQueue", ConcurrentLinkedQueue::new).run();
        new DequeScript("ConcurrentLinkedDeque", ConcurrentLinkedDeque::new).run();
        new DequeScript("asLifoQueue", () -> Collections.asLifoQueue(new ArrayDeque<>())).run();
        priorities();
        bounded();
        arrayDeque();
    }

    private static void priorities() {
        PriorityQueue<String> words = new PriorityQueue<>(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()));
        words.addAll(List.of("pear", "fig", "banana", "kiwi", "date", "apple"));
        Outcome.show("heap", words, words.comparator() != null, words.contains("fig"), words.remove("kiwi"), words.remove("none"));
        List<String> order = new ArrayList<>();
        while (!words.isEmpty()) {
            order.add(words.poll());
        }
        Outcome.show("order", order);
        Collection<Integer> sorted = new TreeSet<>(Comparator.<Integer>reverseOrder());
        sorted.addAll(List.of(5, 1, 9, 3));
        Outcome.show("from sorted", new PriorityQueue<>((TreeSet<Integer>) sorted), new PriorityQueue<>(List.of(4, 2, 8)), new PriorityQueue<>(new PriorityQueue<>(List.of(7, 6))));
        Outcome.run("capacity 0", () -> new PriorityQueue<>(0));
        Outcome.run("not comparable", () -> new PriorityQueue<>().add(new Object()));
        PriorityQueue<Object> mixed = new PriorityQueue<>();
        mixed.add("text");
        Outcome.run("mixed", () -> mixed.add(1));
        PriorityQueue<Integer> queue = new PriorityQueue<>(List.of(1, 2, 3));
        Outcome.run("modified", () -> queue.forEach(x -> queue.add(x + 10)));
    }

    private static void bounded() {
        Three three = new Three();
        Outcome.show("three", three.add("a"), three.offer("b"), three.add("c"), three.offer("d"), three);
        Outcome.run("full", () -> three.add("e"));
        Outcome.run("addAll", () -> three.addAll(List.of("x")));
        Outcome.run("self", () -> three.addAll(three));
        three.clear();
        Outcome.print("remove", three::remove);
        Outcome.print("element", three::element);
    }

    private static void arrayDeque() {
        ArrayDeque<Integer> deque = new ArrayDeque<>(List.of(1, 2, 3));
        ArrayDeque<Integer> clone = deque.clone();
        clone.addFirst(0);
        Outcome.show("clone", deque, clone, deque.equals(clone));
        ArrayDeque<Integer> wrapped = new ArrayDeque<>(4);
        for (int i = 0; i < 1000; i++) {
            wrapped.addLast(i);
            wrapped.addFirst(-i);
            if (i % 2 == 0) {
                wrapped.removeLast();
                wrapped.removeFirst();
            }
        }
        Outcome.show("wrapped", wrapped.size(), wrapped.peekFirst(), wrapped.peekLast(), new ArrayList<>(wrapped).hashCode(), wrapped.removeIf(x -> x % 3 == 0),
                wrapped.size(), wrapped.retainAll(List.of(1, -1, 5, -5)), wrapped);
        Outcome.show("concurrent", new ConcurrentLinkedQueue<>(List.of(1, 2)), new ConcurrentLinkedDeque<>(List.of(3, 4)));
        ConcurrentLinkedQueue<Integer> weak = new ConcurrentLinkedQueue<>(List.of(1, 2, 3));
        StringBuilder seen = new StringBuilder();
        for (Integer each : weak) {
            seen.append(each);
            if (each < 6) {
                weak.add(each + 3);
            }
        }
        Outcome.show("weakly consistent", seen, weak);
    }
}
