package org.asterism.language.programs.concurrency;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Collections that all tasks change at once, and maps of each task's own. */
public final class SharedCollections {
    private static final int ENTRIES = 300;
    private static final int KEYS = 64;

    private final Map<String, Long> counts = new ConcurrentHashMap<>();
    private final Map<Integer, List<Integer>> once = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Long> queue = new ConcurrentLinkedQueue<>();
    private final CopyOnWriteArrayList<Integer> members = new CopyOnWriteArrayList<>();
    private final AtomicReference<Link> chain = new AtomicReference<>();
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong made = new AtomicLong();

    private SharedCollections() {}

    private record Link(int value, Link next) {}

    /** Runs the program. */
    public static void main(String[] arguments) {
        Workers.compare(SharedCollections::own);
        SharedCollections shared = new SharedCollections();
        Workers.together(shared::work);
        shared.print();
    }

    private static long own(int task) {
        Map<String, Integer> map = new HashMap<>();
        for (int i = 0; i < ENTRIES; i++) {
            map.merge("key " + i * (task + 1) % 97, i, Integer::sum);
            if (i % 3 == 0) {
                map.remove("key " + i % 50);
            }
        }
        long digest = map.size();
        for (Map.Entry<String, Integer> entry : map.entrySet()) {
            digest = Workers.mix(digest, entry.getKey().hashCode() + entry.getValue());
        }
        return digest;
    }

    private long work(int task) {
        for (int i = 0; i < ENTRIES; i++) {
            counts.merge("key " + i % KEYS, 1L, Long::sum);
            once.computeIfAbsent(i, key -> {
                made.incrementAndGet();
                return new ArrayList<>(List.of(key));
            });
            queue.add((long) task * ENTRIES + i);
            Link link = new Link(i, chain.get());
            while (!chain.compareAndSet(link.next(), link)) {
                link = new Link(i, chain.get());
            }
            if (i % 2 == 1) {
                taken.addAndGet(queue.poll());
            }
        }
        members.addIfAbsent(task);
        members.addIfAbsent(task / 2);
        return 0;
    }

    private void print() {
        for (int i = 0; i < KEYS; i += 9) {
            System.out.println("key " + i + " was counted " + counts.get("key " + i) + " times");
        }
        long chained = 0;
        long length = 0;
        for (Link link = chain.get(); link != null; link = link.next()) {
            chained += link.value();
            length++;
        }
        System.out.println("chain of " + length + ", sum " + chained);
        System.out.println("lists made " + made + ", kept " + once.size());
        for (Long left = queue.poll(); left != null; left = queue.poll()) {
            taken.addAndGet(left);
        }
        System.out.println("sum of what went through the queue " + taken);
        System.out.println("members " + members.size());
    }
}
