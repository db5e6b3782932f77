package org.asterism.language.library.collection;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.asterism.language.library.Covers;
import org.asterism.language.library.Outcome;

/** Every map. */
@Covers({Map.class, Map.Entry.class, SortedMap.class, NavigableMap.class, AbstractMap.class, AbstractMap.SimpleEntry.class, AbstractMap.SimpleImmutableEntry.class,
    HashMap.class, LinkedHashMap.class, TreeMap.class, EnumMap.class, IdentityHashMap.class, ConcurrentMap.class, ConcurrentHashMap.class,
    ConcurrentNavigableMap.class, ConcurrentSkipListMap.class})
public final class Maps {
    private Maps() {}

    enum Day { MONDAY, TUESDAY, WEDNESDAY }

    /** A key of which all share one hash. */
    record Colliding(int number) implements Comparable<Colliding> {
        @Override
        public int hashCode() {
            return 7;
        }

        @Override
        public int compareTo(Colliding other) {
            return Integer.compare(number, other.number);
        }
    }

    /** A key of which all share one hash, and that has no order. */
    record Unordered(String text) {
        @Override
        public int hashCode() {
            return 13;
        }
    }

    /** Runs. */
    public static void main(String[] arguments) {
        new MapScript("HashMap", HashMap::new).run();
        new MapScript("HashMap(1, 0.1)", () -> new HashMap<>(1, 0.1f)).run();
        new MapScript("LinkedHashMap", LinkedHashMap::new).run();
        new MapScript("access order", () -> new LinkedHashMap<>(16, 0.75f, true)).run();
        new MapScript("TreeMap", TreeMap::new).run();
        new MapScript("reversed TreeMap", () -> new TreeMap<>(Comparator.reverseOrder())).run();
        new MapScript("ConcurrentHashMap", ConcurrentHashMap::new).run();
        new MapScript("ConcurrentSkipListMap", ConcurrentSkipListMap::new).run();
        new MapScript("descending", () -> new TreeMap<Integer, String>().descendingMap()).run();
        new MapScript("synchronized", () -> Collections.synchronizedMap(new LinkedHashMap<>())).run();
        new MapScript("checked", () -> Collections.checkedMap(new TreeMap<>(), Integer.class, String.class)).run();
        collisions();
        leastRecentlyUsed();
        enums();
        identities();
        concurrent();
        entries();
        immutable();
    }

    private static void collisions() {
        Map<Object, Integer> map = new HashMap<>();
        Map<Object, Integer> concurrent = new ConcurrentHashMap<>();
        for (int i = 0; i < 300; i++) {
            map.put(new Colliding(i * 7 % 300), i);
            concurrent.put(new Colliding(i * 7 % 300), i);
            map.put(new Unordered("u" + i), i);
            concurrent.put(new Unordered("u" + i), i);
        }
        int sum = 0;
        for (int i = 0; i < 300; i++) {
            sum = sum * 31 + map.get(new Colliding(i)) + concurrent.get(new Colliding(i)) + map.get(new Unordered("u" + i)) + concurrent.get(new Unordered("u" + i));
        }
        for (int i = 0; i < 290; i++) {
            sum = sum * 31 + map.remove(new Colliding(i)) + concurrent.remove(new Unordered("u" + i));
        }
        Outcome.show("collisions", sum, map.size(), concurrent.size(), map.containsKey(new Colliding(5)), map.containsKey(new Colliding(295)));
        HashMap<Object, Integer> clone = new HashMap<>(map);
        Outcome.show("clone", clone.equals(map), ((Map<?, ?>) clone.clone()).equals(map));
    }

    private static void leastRecentlyUsed() {
        Map<Integer, Integer> cache = new LinkedHashMap<>(8, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Integer, Integer> eldest) {
                return size() > 4;
            }
        };
        for (int i = 0; i < 7; i++) {
            cache.put(i, i * i);
            cache.get(2);
        }
        Outcome.show("cache", cache, cache.getOrDefault(4, 0), cache, cache.putIfAbsent(5, 1), cache.keySet(), cache.values());
        Outcome.run("access while iterating", () -> {
            for (Integer key : cache.keySet()) {
                cache.get(2);
                cache.get(key);
            }
        });
        Outcome.show("copies", new LinkedHashMap<>(Map.of(1, 2)), new HashMap<>(0), new LinkedHashMap<>(3));
        Outcome.run("capacity", () -> new HashMap<>(-5));
        Outcome.run("factor", () -> new HashMap<>(1, Float.NaN));
        Outcome.run("factor", () -> new LinkedHashMap<>(1, -1f));
    }

    private static void enums() {
        EnumMap<Day, Integer> map = new EnumMap<>(Day.class);
        Outcome.show("enums", map.put(Day.WEDNESDAY, 3), map.put(Day.MONDAY, 1), map.put(Day.MONDAY, 2), map, map.get(Day.TUESDAY), map.containsKey(null), map.get("x"), map.remove(null),
                map.containsValue(3), map.keySet(), map.values(), map.entrySet(), map.hashCode() == new HashMap<>(map).hashCode(), map.equals(new HashMap<>(map)));
        Outcome.run("null", () -> map.put(null, 1));
        EnumMap<Day, Integer> clone = map.clone();
        clone.remove(Day.MONDAY);
        clone.put(Day.TUESDAY, null);
        Outcome.show("clone", clone, map, new EnumMap<>(clone), new EnumMap<>(Map.of(Day.TUESDAY, 4)), clone.containsValue(null), clone.size());
        Outcome.run("from nothing", () -> new EnumMap<Day, Integer>(new HashMap<>()));
        map.entrySet().iterator().next().setValue(100);
        map.keySet().removeIf(day -> day == Day.WEDNESDAY);
        map.replaceAll((k, v) -> v + 1);
        Outcome.show("then", map, map.merge(Day.MONDAY, 1, Integer::sum), map.computeIfAbsent(Day.TUESDAY, Day::ordinal), map);
    }

    private static void identities() {
        IdentityHashMap<String, Integer> map = new IdentityHashMap<>();
        String one = new String("k");
        String two = new String("k");
        Outcome.show("identities", map.put(one, 1), map.put(two, 2), map.size(), map.get(one), map.get(two), map.get("other"), map.containsKey(new String("k")), map.containsValue(2),
                map.remove(two), map.put(null, 0), map.containsKey(null), map.keySet().contains(one), map.entrySet().size(), map.values().contains(0));
        IdentityHashMap<Integer, Integer> many = new IdentityHashMap<>(2);
        Integer[] keys = new Integer[2000];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = Integer.valueOf(100_000 + i);
            many.put(keys[i], i);
        }
        int sum = 0;
        for (int i = 0; i < keys.length; i += 3) {
            sum += many.remove(keys[i]);
        }
        for (int value : many.values()) {
            sum += value;
        }
        Outcome.show("many", sum, many.size(), ((IdentityHashMap<?, ?>) many.clone()).equals(many));
        Outcome.run("capacity", () -> new IdentityHashMap<>(-1));
    }

    private static void concurrent() {
        ConcurrentHashMap<Integer, Integer> map = new ConcurrentHashMap<>(Map.of(1, 10));
        for (int i = 0; i < 1000; i++) {
            map.merge(i % 50, i, Integer::sum);
        }
        long sum = map.reduceValues(Long.MAX_VALUE, Integer::sum);
        Outcome.show("bulk", sum, map.mappingCount(), map.search(1, (k, v) -> v > 20_000 ? k : null), map.reduceKeys(1, Integer::max), map.reduceValuesToLong(1, v -> v, 0, Long::sum),
                map.reduceToInt(1, (k, v) -> k * v, 0, Integer::sum), map.searchEntries(1, e -> e.getKey() == 7 ? e.getValue() : null), map.contains(10));
        StringBuilder text = new StringBuilder();
        map.forEach(Long.MAX_VALUE, (k, v) -> k < 3 ? k + "=" + v + " " : null, text::append);
        map.forEachKey(Long.MAX_VALUE, k -> text.append(k % 10));
        map.forEachValue(Long.MAX_VALUE, v -> v % 2 == 0 ? v : null, v -> text.append('.'));
        Outcome.show("each", text);
        Outcome.run("bulk throws", () -> {
            try {
                map.forEachEntry(1, e -> {
                    throw new IllegalStateException("at " + (e.getKey() >= 0));
                });
            } catch (IllegalStateException thrown) {
                // that of another thread comes as the cause of one of the same class
                throw thrown.getCause() instanceof IllegalStateException cause ? cause : thrown;
            }
        });
        Outcome.run("recursive", () -> map.computeIfAbsent(777, k -> map.computeIfAbsent(777, l -> 1)));
        var keys = map.keys();
        int count = 0;
        while (keys.hasMoreElements()) {
            count += keys.nextElement();
        }
        ConcurrentMap<Integer, Integer> plain = map;
        Outcome.show("elements", count, map.elements().hasMoreElements(), plain.replace(5, 0, 1), plain.replace(5, 4), plain.getOrDefault(999, -1), new ConcurrentHashMap<>(64).size());
        ConcurrentNavigableMap<Integer, Integer> skip = new ConcurrentSkipListMap<>(map);
        Outcome.show("skip", skip.headMap(3), skip.tailMap(47, false), skip.subMap(10, 13), skip.descendingMap().firstKey(), skip.keySet().first(), skip.navigableKeySet().last(),
                skip.descendingKeySet().first(), ((ConcurrentSkipListMap<Integer, Integer>) skip).clone().equals(skip), skip.firstEntry());
        Outcome.run("capacity", () -> new ConcurrentHashMap<>(-1));
    }

    private static void entries() {
        AbstractMap.SimpleEntry<String, Integer> entry = new AbstractMap.SimpleEntry<>("k", 1);
        Outcome.show("entry", entry, entry.setValue(2), entry, entry.equals(Map.entry("k", 2)), Map.entry("k", 2).equals(entry), entry.hashCode(), new AbstractMap.SimpleEntry<>(entry),
                new AbstractMap.SimpleEntry<>(null, null));
        AbstractMap.SimpleImmutableEntry<String, Integer> fixed = new AbstractMap.SimpleImmutableEntry<>(entry);
        Outcome.run("fixed", () -> fixed.setValue(1));
        Outcome.run("null entry", () -> Map.entry(null, 1));
        Outcome.show("fixed", fixed, fixed.getKey(), fixed.hashCode(), Map.Entry.<String, Integer>comparingByValue().compare(entry, fixed),
                Map.Entry.comparingByKey(Comparator.<String>reverseOrder()).compare(Map.entry("a", 1), Map.entry("b", 1)));
        AbstractMap<String, Integer> small = new AbstractMap<>() {
            @Override
            public Set<Map.Entry<String, Integer>> entrySet() {
                return Set.of(Map.entry("only", 1));
            }
        };
        Outcome.show("small", small, small.get("only"), small.containsKey("no"), small.containsValue(1), small.keySet(), small.values(), small.equals(Map.of("only", 1)));
        Outcome.run("put", () -> small.put("x", 1));
        Outcome.run("remove", () -> small.remove("only"));
        Outcome.print("self", () -> {
            Map<Object, Object> self = new HashMap<>();
            self.put("me", self);
            return self;
        });
    }

    private static void immutable() {
        for (Map<String, Integer> map : java.util.List.of(Map.<String, Integer>of(), Map.of("a", 1), Collections.singletonMap("s", 2), Collections.<String, Integer>emptyMap(),
                Collections.unmodifiableMap(new TreeMap<>(Map.of("x", 1, "y", 2))))) {
            Outcome.show("immutable", map, map.get("a"), map.hashCode(), map.equals(new HashMap<>(map)), map.getOrDefault("q", 7));
            Outcome.run("put", () -> map.put("z", 1));
            Outcome.run("remove", () -> map.remove("a"));
            Outcome.run("clear", map::clear);
            Outcome.run("merge", () -> map.merge("a", 1, Integer::sum));
            Outcome.run("keys", () -> map.keySet().remove("a"));
            Outcome.run("entry", () -> map.entrySet().iterator().next().setValue(4));
        }
        Map<Integer, Integer> many = Map.ofEntries(Map.entry(1, 2), Map.entry(3, 4), Map.entry(5, 6));
        Outcome.show("many", new TreeMap<>(many), many.get(3), many.containsKey(4), many.containsValue(6), Map.copyOf(many).equals(many), many.hashCode());
        Outcome.run("duplicate", () -> Map.of("k", 1, "k", 2));
        Outcome.run("null", () -> Map.of("k", null));
        Outcome.run("get null", () -> many.get(null));
    }
}
