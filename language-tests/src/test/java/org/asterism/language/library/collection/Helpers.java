package org.asterism.language.library.collection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.asterism.language.library.Covers;
import org.asterism.language.library.Outcome;

/** {@link Arrays} and {@link Collections}. */
@Covers({Arrays.class, Collections.class})
public final class Helpers {
    private Helpers() {}

    /** Runs. */
    public static void main(String[] arguments) {
        sorting();
        stability();
        arrays();
        comparisons();
        unmodifiable();
        checked();
        factories();
    }

    private static void sorting() {
        for (int size : new int[] {0, 1, 2, 20, 50, 300, 5_000, 70_000}) {
            Random random = new Random(size);
            int[] ints = new int[size];
            long[] longs = new long[size];
            short[] shorts = new short[size];
            byte[] bytes = new byte[size];
            char[] chars = new char[size];
            Integer[] boxes = new Integer[size];
            for (int i = 0; i < size; i++) {
                ints[i] = size % 300 == 0 ? i ^ 1 : random.nextInt(size * 2) - size; // nearly sorted, or not at all
                longs[i] = random.nextLong();
                shorts[i] = (short) random.nextInt();
                bytes[i] = (byte) i;
                chars[i] = (char) random.nextInt(5000);
                boxes[i] = random.nextInt(100);
            }
            Arrays.sort(ints);
            Arrays.sort(longs);
            Arrays.sort(shorts);
            Arrays.sort(bytes);
            Arrays.sort(chars);
            Arrays.sort(boxes);
            Outcome.show("sorted " + size, Arrays.hashCode(ints), Arrays.hashCode(longs), Arrays.hashCode(shorts), Arrays.hashCode(bytes), Arrays.hashCode(chars), Arrays.hashCode(boxes));
            Outcome.show("found", Arrays.binarySearch(ints, 5), Arrays.binarySearch(longs, 0), Arrays.binarySearch(chars, 'x'), Arrays.binarySearch(boxes, 50) >= 0,
                    Arrays.binarySearch(shorts, (short) 3), Arrays.binarySearch(bytes, (byte) 99) < 0);
            Arrays.sort(boxes, Comparator.reverseOrder());
            Outcome.show("again", Arrays.hashCode(boxes), Arrays.hashCode(ints));
        }
        int[] part = {5, 4, 3, 2, 1};
        Arrays.sort(part, 1, 4);
        Outcome.show("part", part, Arrays.binarySearch(part, 1, 4, 3));
        Outcome.run("range", () -> Arrays.sort(part, 3, 1));
        Outcome.run("range", () -> Arrays.sort(part, -1, 1));
        Outcome.run("range", () -> Arrays.sort(part, 1, 9));
        Outcome.run("mixed", () -> Arrays.sort(new Object[] {"a", 1}));
        Outcome.run("null", () -> Arrays.sort(new Object[] {"a", null}));
        Outcome.run("broken order", () -> Arrays.sort(new Integer[] {3, 1, 2, 5, 4}, (a, b) -> 1));
    }

    /** A number with its place. */
    private record Placed(int number, int place) {
    }

    private static void stability() {
        List<Placed> list = new ArrayList<>();
        Random random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            list.add(new Placed(random.nextInt(20), i));
        }
        list.sort(Comparator.comparingInt(Placed::number));
        int inversions = 0;
        for (int i = 1; i < list.size(); i++) {
            Placed before = list.get(i - 1);
            inversions += before.number() > list.get(i).number() || before.number() == list.get(i).number() && before.place() > list.get(i).place() ? 1 : 0;
        }
        Outcome.show("stable", inversions, list.hashCode());
    }

    private static void arrays() {
        int[] ints = {1, 2, 3};
        Outcome.show("copies", Arrays.copyOf(ints, 5), Arrays.copyOf(ints, 1), Arrays.copyOfRange(ints, 1, 6), Arrays.copyOf(new String[] {"a"}, 2), Arrays.copyOf(new Object[] {"x"}, 1, String[].class),
                Arrays.copyOfRange(new boolean[] {true}, 0, 2), Arrays.copyOf(new long[] {1}, 2), Arrays.copyOf(new byte[] {1}, 2), Arrays.copyOf(new char[] {'a'}, 1), Arrays.copyOf(new short[] {1}, 2));
        Outcome.print("negative", () -> Arrays.copyOf(ints, -1));
        Outcome.print("range", () -> Arrays.copyOfRange(ints, 4, 5));
        Outcome.print("range", () -> Arrays.copyOfRange(ints, 2, 1));
        Outcome.print("store", () -> Arrays.copyOf(new Object[] {1}, 1, String[].class));
        int[] filled = new int[4];
        Arrays.fill(filled, 7);
        Arrays.fill(filled, 1, 3, 9);
        String[] words = new String[3];
        Arrays.setAll(words, i -> "w" + i);
        long[] squares = new long[4];
        Arrays.setAll(squares, i -> (long) i * i);
        Arrays.setAll(filled, i -> filled[i] + i);
        Outcome.show("filled", filled, words, squares);
        Outcome.run("fill range", () -> Arrays.fill(filled, 3, 2, 0));
        Outcome.show("text", Arrays.toString((int[]) null), Arrays.toString(new byte[0]), Arrays.toString(new char[] {'a', 'b'}), Arrays.toString(new boolean[] {true}), Arrays.toString(new Object[] {null, 1}),
                Arrays.deepToString(new Object[] {new int[] {1}, new String[][] {{"x"}, null}}), Arrays.toString(new long[] {1}), Arrays.toString(new short[] {2}));
        Object[] self = new Object[1];
        self[0] = self;
        Outcome.show("self", Arrays.deepToString(self));
    }

    private static void comparisons() {
        int[] a = {1, 2, 3};
        int[] b = {1, 2, 4};
        Outcome.show("arrays", Arrays.equals(a, b), Arrays.equals(a, 0, 2, b, 0, 2), Arrays.compare(a, b), Arrays.mismatch(a, b), Arrays.mismatch(a, a), Arrays.hashCode(a), Arrays.compare(new byte[] {1}, new byte[] {1, 2}),
                Arrays.compareUnsigned(new int[] {-1}, new int[] {1}), Arrays.equals(new Object[] {"x"}, new Object[] {"x"}), Arrays.deepEquals(new Object[] {a}, new Object[] {a.clone()}),
                Arrays.deepHashCode(new Object[] {a, null, "s"}), Arrays.equals(null, (int[]) null), Arrays.compare(new String[] {"a"}, new String[] {"b"}), Arrays.compare((int[]) null, a),
                Arrays.equals(new String[] {"A"}, new String[] {"a"}, String.CASE_INSENSITIVE_ORDER), Arrays.mismatch(new char[] {'a'}, new char[] {'b'}), Arrays.mismatch(new long[] {1, 2}, new long[] {1}));
        byte[] large = new byte[1000];
        byte[] other = large.clone();
        other[777] = 1;
        Outcome.show("large", Arrays.mismatch(large, other), Arrays.equals(large, other), Arrays.compare(large, other), Arrays.hashCode(other), Arrays.mismatch(large, 1, 777, other, 1, 777));
    }

    private static void unmodifiable() {
        List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
        Map<String, Integer> map = new TreeMap<>(Map.of("a", 1));
        for (Collection<Integer> view : List.of(Collections.unmodifiableCollection(list), Collections.unmodifiableList(list), Collections.unmodifiableSortedSet(new TreeSet<>(list)))) {
            Outcome.show("view", view, view.size(), view.contains(2), view.isEmpty());
            Outcome.run("add", () -> view.add(4));
            Outcome.run("removeIf", () -> view.removeIf(x -> true));
            Outcome.run("iterator", () -> {
                var each = view.iterator();
                each.next();
                each.remove();
            });
        }
        list.add(9);
        Outcome.show("through", Collections.unmodifiableList(list), Collections.unmodifiableMap(map), Collections.unmodifiableNavigableMap(new TreeMap<>(map)).firstEntry(),
                Collections.unmodifiableNavigableSet(new TreeSet<>(list)).descendingSet(), Collections.unmodifiableSortedMap(new TreeMap<>(map)).firstKey());
        Outcome.run("entry", () -> Collections.unmodifiableMap(map).entrySet().iterator().next().setValue(3));
        Outcome.run("sublist", () -> Collections.unmodifiableList(list).subList(0, 1).clear());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void checked() {
        List raw = Collections.checkedList(new ArrayList<String>(), String.class);
        raw.add("fine");
        Outcome.run("wrong", () -> raw.add(1));
        Outcome.run("wrong", () -> raw.addAll(List.of("a", 2)));
        Map map = Collections.checkedMap(new TreeMap<String, Integer>(), String.class, Integer.class);
        Outcome.run("key", () -> map.put(1, 1));
        Outcome.run("value", () -> map.put("k", "v"));
        Outcome.show("checked", raw, map, Collections.checkedSortedSet(new TreeSet<>(List.of("z")), String.class).first(), Collections.checkedQueue(new java.util.ArrayDeque<>(List.of(1)), Integer.class).peek());
        List<Integer> synchronizedList = Collections.synchronizedList(new ArrayList<>());
        synchronizedList.add(1);
        Outcome.show("synchronized", synchronizedList, Collections.synchronizedSortedMap(new TreeMap<>(Map.of(1, 2))).firstKey(), Collections.synchronizedCollection(List.of(3)).size(),
                Collections.synchronizedNavigableSet(new TreeSet<>(List.of(4))).floor(9));
    }

    private static void factories() {
        List<String> copies = Collections.nCopies(3, "c");
        Outcome.show("factories", copies, copies.hashCode(), copies.subList(1, 2), copies.indexOf("c"), Collections.emptyList(), Collections.emptyMap(), Collections.singletonList(1), Collections.singleton(null),
                Collections.singletonMap("k", null), Collections.emptyIterator().hasNext(), Collections.emptyListIterator().previousIndex(), Collections.emptyEnumeration().hasMoreElements(),
                Collections.list(Collections.enumeration(List.of(1, 2))), Collections.emptySortedSet(), Collections.emptyNavigableMap());
        Outcome.run("negative", () -> Collections.nCopies(-1, "x"));
        Outcome.run("add", () -> Collections.singletonList(1).add(2));
        Outcome.run("empty", () -> Collections.emptyIterator().next());
        List<Integer> list = new ArrayList<>(List.of(5, 3, 8));
        Outcome.show("extremes", Collections.max(list), Collections.min(list), Collections.max(list, Comparator.reverseOrder()), Collections.reverseOrder().compare(1, 2),
                Collections.reverseOrder(Comparator.<Integer>reverseOrder()).compare(1, 2), Collections.addAll(list, 1, 2), list, Collections.frequency(Arrays.asList(null, 1, null), null));
        Outcome.print("max of none", () -> Collections.max(List.<Integer>of()));
        Outcome.run("copy", () -> Collections.copy(new ArrayList<>(), list));
        Collections.copy(list, List.of(0, 0));
        Outcome.show("copied", list, Collections.binarySearch(List.of("a", "c"), "b"), Collections.binarySearch(List.of(9, 5, 1), 5, Comparator.reverseOrder()), Collections.disjoint(list, List.of(77)));
        Map<Object, Boolean> backing = new LinkedHashMap<>();
        Collections.newSetFromMap(backing).add("e");
        Outcome.show("backing", backing);
        Outcome.run("not empty", () -> Collections.newSetFromMap(backing));
    }
}
