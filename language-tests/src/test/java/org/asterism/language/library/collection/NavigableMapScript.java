package org.asterism.language.library.collection;

import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.asterism.language.library.Outcome;

/** What every {@link NavigableMap} must do. */
final class NavigableMapScript {
    private final NavigableMap<Integer, String> map;

    NavigableMapScript(NavigableMap<Integer, String> map) {
        this.map = map;
    }

    void run() {
        for (int key : new int[] {-1, 0, 36, 37, 38, 200}) {
            Outcome.show("around " + key, map.lowerKey(key), map.floorEntry(key), map.ceilingKey(key), map.higherEntry(key), map.lowerEntry(key), map.floorKey(key),
                    map.ceilingEntry(key), map.higherKey(key));
        }
        Outcome.show("ends", map.firstKey(), map.lastEntry(), map.firstEntry(), map.lastKey(), map.comparator() == null);
        Outcome.run("entries are snapshots", () -> map.firstEntry().setValue("x"));
        Outcome.run("ranges", this::ranges); // of an inverted order most are refused
        Outcome.run("descending", this::descending);
        Outcome.show("poll", map.pollFirstEntry(), map.pollLastEntry(), map.size());
        Outcome.run("null", () -> map.get(null));
        Outcome.run("wrong class", () -> ((Map<?, ?>) map).get("text"));
        map.clear();
        Outcome.show("none", map.firstEntry(), map.pollLastEntry(), map.floorKey(3));
        Outcome.print("first", map::firstKey);
        Outcome.print("last", map::lastKey);
    }

    private void ranges() {
        Outcome.show("head", map.headMap(40), map.headMap(37, true), map.headMap(-4));
        Outcome.show("tail", map.tailMap(60), map.tailMap(74, false));
        Outcome.print("sub", () -> {
            NavigableMap<Integer, String> middle = map.subMap(10, true, 60, false);
            SortedMap<Integer, String> plain = map.subMap(10, 60);
            Outcome.show("middle", middle, middle.equals(plain), middle.size(), middle.firstKey(), middle.lastKey(), middle.floorKey(99), middle.higherKey(59), middle.containsKey(74),
                    middle.get(74), middle.keySet(), middle.values(), middle.entrySet());
            Outcome.run("outside", () -> middle.put(60, "x"));
            Outcome.run("wider", () -> middle.subMap(0, 5));
            middle.put(11, "eleven");
            Outcome.show("inner", middle.headMap(30), middle.tailMap(30, true), middle.descendingMap(), middle.navigableKeySet().descendingSet(), middle.pollFirstEntry(),
                    middle.remove(57), middle.remove(100));
            middle.entrySet().removeIf(entry -> entry.getKey() % 2 == 0);
            Outcome.show("odd", middle, map.size());
            middle.clear();
            return middle.isEmpty() + " " + map;
        });
        Outcome.run("inverted", () -> map.subMap(9, 3));
    }

    private void descending() {
        NavigableMap<Integer, String> down = map.descendingMap();
        Outcome.show("down", down, down.firstKey(), down.lowerKey(74), down.headMap(74), down.tailMap(74), down.descendingMap().equals(map), down.descendingKeySet());
        Outcome.show("key set", map.navigableKeySet(), map.descendingKeySet(), map.navigableKeySet().subSet(0, true, 80, true), map.navigableKeySet().pollFirst());
        Outcome.show("copied", new TreeMap<>(down).firstKey().equals(down.firstKey()), new TreeMap<>((Map<Integer, String>) down).firstKey());
    }
}
