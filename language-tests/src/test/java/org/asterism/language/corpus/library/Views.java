package org.asterism.language.corpus.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Views of collections: what is written through them, what is out of their range, and what they notice of changes behind their back. */
public final class Views {
    private Views() {}

    private static void show(String name, Supplier<Object> action) {
        try {
            System.out.println(name + ": " + action.get());
        } catch (RuntimeException e) {
            System.out.println(name + ": " + e.getClass().getName() + " " + e.getMessage());
        }
    }

    private static NavigableMap<Integer, String> numbers() {
        NavigableMap<Integer, String> map = new TreeMap<>();
        for (int i = 0; i < 20; i += 2) {
            map.put(i, "n" + i);
        }
        return map;
    }

    private static void maps() {
        NavigableMap<Integer, String> map = numbers();
        NavigableMap<Integer, String> middle = map.subMap(4, true, 12, false);
        show("middle", () -> middle);
        show("descending", middle::descendingMap);
        show("nearest", () -> middle.floorKey(3) + " " + middle.ceilingKey(3) + " " + middle.lowerEntry(100) + " " + middle.higherKey(10));
        show("put inside", () -> middle.put(5, "five") + " " + map.size());
        show("put outside", () -> middle.put(13, "thirteen"));
        show("sub of sub", () -> middle.subMap(6, 10));
        show("sub too wide", () -> middle.subMap(2, 10));
        show("head of descending", () -> middle.descendingMap().headMap(6));
        show("poll", () -> middle.pollFirstEntry() + " " + middle.pollLastEntry() + " " + map);
        show("keys removed", () -> middle.keySet().removeIf(key -> key % 4 == 0) + " " + map);
        show("values retained", () -> middle.values().retainAll(List.of("five")) + " " + map);
        show("entry set", () -> {
            for (Map.Entry<Integer, String> entry : middle.entrySet()) {
                entry.setValue(entry.getValue() + "!");
            }
            return map;
        });
        show("poll'd entry", () -> map.firstEntry().setValue("no"));
        show("navigable keys", () -> map.navigableKeySet().headSet(14, true).descendingSet());
        show("null key", () -> map.get(null));
        show("reversed order", () -> new TreeMap<>(Map.of("b", 1, "a", 2, "c", 3)).descendingKeySet());
        show("comparator", () -> {
            TreeMap<String, Integer> byLength = new TreeMap<>((a, b) -> Integer.compare(a.length(), b.length()));
            byLength.put("aa", 1);
            byLength.put("bb", 2);
            byLength.merge("cc", 5, Integer::sum);
            return byLength + " " + byLength.containsKey("zz") + " " + byLength.tailMap("a", false);
        });
    }

    private static void sets() {
        NavigableSet<Integer> set = new TreeSet<>(List.of(1, 3, 5, 7, 9));
        NavigableSet<Integer> tail = set.tailSet(5, true);
        show("tail", () -> tail.add(6) + " " + tail + " " + set.lower(5) + " " + tail.lower(5));
        show("add below", () -> tail.add(4));
        show("sub", () -> set.subSet(2, 8).first() + " " + set.subSet(2, 8).last() + " " + set.subSet(4, 5).isEmpty());
        show("first of none", () -> set.subSet(10, 20).first());
        show("backwards", () -> set.subSet(8, 2));
    }

    private static void lists() {
        for (List<Integer> list : List.of(new ArrayList<Integer>(), new LinkedList<Integer>())) {
            for (int i = 0; i < 10; i++) {
                list.add(i * i);
            }
            List<Integer> part = list.subList(2, 7);
            show("part", () -> part + " " + part.indexOf(16) + " " + part.lastIndexOf(1));
            show("cleared", () -> {
                part.subList(1, 3).clear();
                return part + " " + list;
            });
            show("sorted", () -> {
                part.sort(Collections.reverseOrder());
                return list;
            });
            show("list iterator", () -> {
                StringBuilder seen = new StringBuilder();
                ListIterator<Integer> iterator = list.listIterator(3);
                while (iterator.hasNext()) {
                    int index = iterator.nextIndex();
                    int value = iterator.next();
                    seen.append(index).append('=').append(value).append(' ');
                    if (value % 2 == 0) {
                        iterator.set(-value);
                    } else if (value > 50) {
                        iterator.remove();
                        iterator.add(7);
                        iterator.add(8);
                    }
                }
                while (iterator.hasPrevious() && iterator.previousIndex() > 4) {
                    seen.append(iterator.previous()).append('<');
                }
                return seen + " " + list;
            });
            show("set before next", () -> {
                list.listIterator().set(1);
                return "set";
            });
            show("removed twice", () -> {
                Iterator<Integer> iterator = list.iterator();
                iterator.next();
                iterator.remove();
                iterator.remove();
                return "removed";
            });
            show("changed meanwhile", () -> {
                for (Integer value : list) {
                    if (value < 0) {
                        list.remove(value);
                    }
                }
                return list;
            });
            show("part is stale", part::size);
            show("bounds", () -> list.subList(5, 4));
            show("index", () -> list.get(list.size()));
        }
        List<String> fixed = Arrays.asList("x", "y", "z");
        show("fixed", () -> fixed.set(1, "w") + fixed);
        show("fixed add", () -> fixed.add("v"));
        show("copies", () -> Collections.nCopies(3, "ab"));
        show("rotate", () -> {
            List<Integer> ring = new ArrayList<>(List.of(1, 2, 3, 4, 5));
            Collections.rotate(ring, 2);
            Collections.swap(ring, 0, 4);
            return ring + " " + Collections.max(ring) + " " + Collections.frequency(ring, 3);
        });
    }

    private static void wrappers() {
        Collection<Object> checked = Collections.checkedCollection(new ArrayList<>(), Object.class);
        show("checked", () -> checked.add("text") + " " + checked);
        List<Integer> unmodifiable = Collections.unmodifiableList(new ArrayList<>(List.of(1, 2)));
        show("unmodifiable", () -> unmodifiable.remove(0));
        show("unmodifiable iterator", () -> {
            Iterator<Integer> iterator = unmodifiable.iterator();
            iterator.next();
            iterator.remove();
            return unmodifiable;
        });
        show("immutable", () -> List.of(1, 2).contains(null));
        show("duplicate", () -> Map.of("a", 1, "a", 2));
        show("singleton", () -> Collections.singletonList(1).add(2));
        show("synchronized", () -> Collections.synchronizedMap(new TreeMap<>(Map.of(2, "b", 1, "a"))));
        Map<Integer, Integer> latest = new LinkedHashMap<>(8, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Integer, Integer> eldest) {
                return size() > 4;
            }
        };
        for (int i = 0; i < 6; i++) {
            latest.put(i, i * 10);
            latest.get(2);
        }
        latest.computeIfPresent(3, (key, value) -> null);
        latest.merge(5, 1, Integer::sum);
        latest.putIfAbsent(9, 90);
        show("latest", () -> latest + " " + latest.keySet() + " " + latest.getOrDefault(77, -1));
    }

    /** Runs the program. */
    public static void main(String[] arguments) {
        maps();
        sets();
        lists();
        wrappers();
    }
}
