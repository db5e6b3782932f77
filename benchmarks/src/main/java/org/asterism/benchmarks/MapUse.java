package org.asterism.benchmarks;

import java.util.HashMap;
import java.util.Map;

/** Fills a hash map that grows from its first size, and looks everything up; an operation is one put or one get. */
final class MapUse implements Item {
    private static final int KEYS = 50_000;

    private final Integer[] keys = new Integer[KEYS];

    MapUse() {
        Numbers numbers = new Numbers();
        for (int i = 0; i < KEYS; i++) {
            keys[i] = numbers.next();
        }
    }

    @Override
    public String name() {
        return "hash-map";
    }

    @Override
    public int operations() {
        return 2 * KEYS;
    }

    @Override
    public long run() {
        Map<Integer, Integer> map = new HashMap<>();
        for (int i = 0; i < KEYS; i++) {
            map.put(keys[i], keys[KEYS - 1 - i]);
        }
        long checksum = map.size();
        for (int i = 0; i < KEYS; i++) {
            checksum += (long) map.get(keys[i]) * (i & 15);
        }
        return checksum;
    }
}
