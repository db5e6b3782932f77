package org.asterism.language.library.collection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.asterism.language.library.Outcome;

/** What every modifiable {@link Map} must do. */
final class MapScript {
    private final String name;
    private final Supplier<? extends Map<Integer, String>> maker;

    MapScript(String name, Supplier<? extends Map<Integer, String>> maker) {
        this.name = name;
        this.maker = maker;
    }

    private Map<Integer, String> filled(int count) {
        Map<Integer, String> map = maker.get();
        for (int i = 0; i < count; i++) {
            map.put(i * 37 % 101, "v" + i);
        }
        return map;
    }

    void run() {
        basics();
        computing();
        views();
        iterators();
        stress();
        if (maker.get() instanceof NavigableMap<Integer, String>) {
            Outcome.run("navigation", () -> new NavigableMapScript((NavigableMap<Integer, String>) filled(20)).run());
        }
    }

    private void basics() {
        Map<Integer, String> map = filled(8);
        Outcome.show(name + " filled", map, map.size(), map.isEmpty(), map.get(37), map.get(1), map.getOrDefault(1, "none"), map.containsKey(0), map.containsKey(5),
                map.containsValue("v3"), map.containsValue("w"));
        Outcome.show("put", map.put(5, "five"), map.put(5, "FIVE"), map.putIfAbsent(5, "x"), map.putIfAbsent(6, "six"), map.remove(6), map.remove(7), map.remove(5, "five"),
                map.remove(5, "FIVE"));
        Outcome.show("replace", map.replace(0, "zero"), map.replace(1, "one"), map.replace(0, "v0", "w"), map.replace(0, "zero", "w"), map);
        Outcome.print("null key", () -> map.put(null, "n") + map.get(null) + map.containsKey(null) + map.remove(null));
        Outcome.print("null value", () -> map.put(1, null) + map.get(1) + map.containsKey(1) + map.containsValue(null) + map.remove(1));
        Outcome.print("get null", () -> map.get(null));
        map.putAll(Map.of(500, "a"));
        map.putAll(new TreeMap<>(Map.of(501, "b", 502, "c")));
        Map<Integer, String> same = new HashMap<>(map);
        Outcome.show("equals", map.equals(same), same.equals(map), map.hashCode() == same.hashCode(), map.hashCode(), map.equals(Map.of()), map.equals(null), map);
        Outcome.run("putAll null", () -> map.putAll(null));
        map.clear();
        Outcome.show("cleared", map, map.size());
    }

    private void computing() {
        Map<Integer, String> map = filled(5);
        Outcome.show("absent", map.computeIfAbsent(37, k -> "never"), map.computeIfAbsent(1, k -> "made" + k), map.computeIfAbsent(2, k -> null), map.containsKey(2));
        Outcome.show("present", map.computeIfPresent(1, (k, v) -> v + "!"), map.computeIfPresent(3, (k, v) -> v), map.computeIfPresent(1, (k, v) -> null), map.containsKey(1));
        Outcome.show("compute", map.compute(37, (k, v) -> v + k), map.compute(9, (k, v) -> "new" + v), map.compute(9, (k, v) -> null), map.compute(8, (k, v) -> null));
        Outcome.show("merge", map.merge(37, "+", String::concat), map.merge(10, "ten", String::concat), map.merge(10, "x", (a, b) -> null), map);
        map.replaceAll((k, v) -> k + v);
        StringBuilder text = new StringBuilder();
        map.forEach((k, v) -> text.append(k).append('=').append(v).append(' '));
        Outcome.show("all", text);
        Outcome.run("throws", () -> map.compute(37, (k, v) -> {
            throw new IllegalStateException("in compute");
        }));
        Outcome.run("null function", () -> map.computeIfAbsent(37, null));
        Outcome.run("null merged", () -> map.merge(37, null, String::concat));
        Outcome.show("kept", map);
    }

    private void views() {
        Map<Integer, String> map = filled(10);
        Outcome.show("keys", map.keySet(), map.keySet().size(), map.keySet().contains(37), map.keySet().remove(37), map.keySet().remove(38), map.keySet().hashCode());
        Outcome.show("values", map.values(), map.values().contains("v4"), map.values().remove("v4"), map.values().remove("none"), map.size());
        Outcome.show("entries", map.entrySet(), map.entrySet().contains(Map.entry(0, "v0")), map.entrySet().remove(Map.entry(0, "x")), map.entrySet().remove(Map.entry(0, "v0")),
                map.entrySet().hashCode() == map.hashCode());
        Outcome.run("add key", () -> map.keySet().add(1));
        Outcome.run("add value", () -> map.values().add("x"));
        Outcome.show("bulk", map.keySet().removeAll(List.of(74, 10)), map.values().removeIf("v5"::equals), map.entrySet().removeIf(e -> e.getKey() > 80),
                map.keySet().retainAll(List.of(20, 57, 94, 30, 67)), map);
        Outcome.show("arrays", map.keySet().toArray(), map.values().toArray(new String[0]), map.entrySet().toArray().length);
        for (Map.Entry<Integer, String> entry : map.entrySet()) {
            Outcome.print("setValue", () -> entry.setValue(entry.getValue() + "'") + entry + entry.hashCode() + entry.equals(Map.entry(entry.getKey(), entry.getValue())));
        }
        map.values().clear();
        Outcome.show("empty", map, map.keySet(), map.entrySet().isEmpty());
    }

    private void iterators() {
        Map<Integer, String> map = filled(9);
        Iterator<Map.Entry<Integer, String>> entries = map.entrySet().iterator();
        Outcome.run("early", entries::remove);
        int sum = 0;
        while (entries.hasNext()) {
            Map.Entry<Integer, String> entry = entries.next();
            sum += entry.getKey();
            if (entry.getKey() % 2 == 0) {
                entries.remove();
            }
        }
        Outcome.run("end", entries::next);
        Outcome.show("odd", map, sum);
        Iterator<Integer> keys = map.keySet().iterator();
        keys.next();
        keys.remove();
        Outcome.run("twice", keys::remove);
        Outcome.run("modified", () -> {
            for (Integer key : map.keySet()) {
                map.put(key + 1000, "m");
                if (map.size() > 30) {
                    break;
                }
            }
        });
        Outcome.run("forEach modifies", () -> map.forEach((k, v) -> {
            if (map.size() < 40) {
                map.put(k + 5000, v);
            }
        }));
        Outcome.run("computeIfAbsent modifies", () -> map.computeIfAbsent(-1, k -> map.put(-2, "x")));
    }

    private void stress() {
        Map<Integer, String> map = maker.get();
        long state = 31337;
        int hash = 0;
        for (int i = 0; i < 40_000; i++) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            int key = (int) (state >>> 33) % 3000 * 65_536 + (int) (state >>> 50) % 3;
            switch ((int) (state >>> 61)) {
                case 0, 1, 2 -> map.put(key, "p" + (i & 63));
                case 3 -> hash = hash * 31 + String.valueOf(map.remove(key)).hashCode();
                case 4 -> map.merge(key, "m", (a, b) -> a.length() > 9 ? null : a + b);
                case 5 -> hash = hash * 31 + String.valueOf(map.putIfAbsent(key, "a")).hashCode();
                default -> hash = hash * 31 + String.valueOf(map.get(key)).hashCode();
            }
        }
        List<Integer> order = new ArrayList<>(map.keySet());
        Outcome.show("stressed", hash, map.size(), map.hashCode(), order.hashCode(), new TreeMap<>(map).hashCode());
    }
}
