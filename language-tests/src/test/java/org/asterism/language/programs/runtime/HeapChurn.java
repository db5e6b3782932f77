package org.asterism.language.programs.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Trees, lists and maps that live and die at random; every structure carries a checksum that is verified before it is dropped. */
public final class HeapChurn {
    private HeapChurn() {}

    private static final class Tree {
        private Tree left;
        private Tree right;
        private final int value;

        private Tree(int depth, Random random) {
            value = random.nextInt(1000);
            if (depth > 0) {
                left = new Tree(depth - 1, random);
                right = new Tree(depth - 1, random);
            }
        }

        private long sum() {
            return value + (left == null ? 0 : left.sum() * 3 + right.sum() * 7);
        }
    }

    private record Held(Tree tree, long sum, byte[] padding) {
    }

    /** Runs. */
    public static void main(String[] arguments) {
        Random random = new Random(42);
        List<Held> held = new ArrayList<>();
        Map<String, long[]> named = new HashMap<>();
        long digest = 0;
        for (int i = 0; i < 6000; i++) {
            Tree tree = new Tree(random.nextInt(9), random);
            Held next = new Held(tree, tree.sum(), new byte[random.nextInt(random.nextInt(50) == 0 ? 200_000 : 300)]);
            if (held.size() < 200) {
                held.add(next);
            } else {
                Held old = held.set(random.nextInt(held.size()), next);
                if (old.tree().sum() != old.sum()) {
                    System.out.println("a tree changed at step " + i);
                    return;
                }
                digest = digest * 31 + old.sum() + old.padding().length;
            }
            String name = "k" + random.nextInt(500);
            long[] values = named.computeIfAbsent(name, key -> new long[key.length() * 4]);
            values[random.nextInt(values.length)] += i;
            if (random.nextInt(10) == 0) {
                named.remove("k" + random.nextInt(500));
            }
        }
        for (Held each : held) {
            digest = digest * 31 + each.tree().sum();
            if (each.tree().sum() != each.sum()) {
                System.out.println("a kept tree changed");
            }
        }
        long total = 0;
        for (Map.Entry<String, long[]> entry : named.entrySet()) {
            for (long value : entry.getValue()) {
                total += value * entry.getKey().hashCode();
            }
        }
        System.out.println("digest " + digest + ", total " + total + ", names " + named.size());
    }
}
