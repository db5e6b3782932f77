package org.asterism.language.library.collection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.asterism.language.library.Outcome;

/** What every modifiable {@link Set} and {@link NavigableSet} must do. */
final class SetScript {
    private final String name;
    private final Supplier<? extends Set<Integer>> maker;

    SetScript(String name, Supplier<? extends Set<Integer>> maker) {
        this.name = name;
        this.maker = maker;
    }

    private Set<Integer> filled(int count) {
        Set<Integer> set = maker.get();
        for (int i = 0; i < count; i++) {
            set.add(i * 37 % 101);
        }
        return set;
    }

    void run() {
        basics();
        stress();
        if (maker.get() instanceof NavigableSet<Integer>) {
            navigation((NavigableSet<Integer>) filled(20));
            Outcome.run("ranges", () -> ranges((NavigableSet<Integer>) filled(20))); // of an inverted order most are refused
        }
    }

    private void basics() {
        Set<Integer> set = filled(10);
        Outcome.show(name + " filled", set, set.size(), set.add(37), set.add(38), set.contains(38), set.contains(39), set.remove(38), set.remove(39));
        Outcome.print("null", () -> set.add(null) + " " + set.contains(null) + set.remove(null));
        Outcome.show("bulk", set.addAll(List.of(1, 2, 37)), set.containsAll(List.of(1, 2)), set.removeAll(List.of(1, 100)), set.retainAll(List.of(2, 0, 37, 74, 10)),
                set.removeIf(x -> x == 10), set);
        Set<Integer> same = new HashSet<>(set);
        Outcome.show("equals", set.equals(same), same.equals(set), set.hashCode() == same.hashCode(), set.hashCode(), set.equals(List.of()), set.equals(null));
        Outcome.show("arrays", set.toArray().length, set.toArray(new Integer[9])[set.size()], set.toArray(Integer[]::new).length);
        Iterator<Integer> iterator = set.iterator();
        Outcome.run("early", iterator::remove);
        int sum = iterator.next();
        Outcome.run("remove", iterator::remove);
        Outcome.run("again", iterator::remove);
        while (iterator.hasNext()) {
            sum += iterator.next();
        }
        Outcome.run("end", iterator::next);
        Outcome.show("iterated", sum, set);
        Outcome.run("modified", () -> {
            for (Integer each : set) {
                set.add(each + 1000);
                if (set.size() > 30) {
                    break;
                }
            }
        });
        set.clear();
        Outcome.show("cleared", set, set.isEmpty());
    }

    private void stress() {
        Set<Integer> set = maker.get();
        long state = 4711;
        int hash = 0;
        int range = name.startsWith("CopyOnWrite") ? 100 : 5_000;
        for (int i = 0; i < range * 10; i++) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            int value = (int) ((state >>> 33) % range);
            hash = hash * 31 + ((state >>> 62) == 0 ? set.remove(value) ? 1 : 2 : set.add(value) ? 3 : 4);
        }
        List<Integer> content = new ArrayList<>(set);
        Outcome.show("stressed", hash, set.size(), set.hashCode(), content.hashCode());
        Collections.sort(content);
        Outcome.show("sorted", content.hashCode());
    }

    private static void navigation(NavigableSet<Integer> set) {
        for (int value : new int[] {-1, 0, 36, 37, 38, 200}) {
            Outcome.show("around " + value, set.lower(value), set.floor(value), set.ceiling(value), set.higher(value));
        }
        Outcome.show("ends", set.first(), set.last(), set.comparator() == null, set.descendingSet(), set.descendingSet().first(), set.descendingSet().lower(37));
        emptying(set);
    }

    private static void emptying(NavigableSet<Integer> set) {
        StringBuilder down = new StringBuilder();
        set.descendingIterator().forEachRemaining(x -> down.append(x).append(' '));
        Outcome.show("down", down, set.pollFirst(), set.pollLast(), set);
        set.clear();
        Outcome.show("none", set.pollFirst(), set.pollLast(), set.floor(1));
        Outcome.print("first", set::first);
        Outcome.print("last", set::last);
    }

    private static void ranges(NavigableSet<Integer> set) {
        Outcome.show("head", set.headSet(40), set.headSet(37, true), set.headSet(-5));
        Outcome.show("tail", set.tailSet(40), set.tailSet(37, false), set.tailSet(37));
        NavigableSet<Integer> middle = set.subSet(10, true, 60, false);
        SortedSet<Integer> plain = set.subSet(10, 60);
        Outcome.show("middle", middle, plain.equals(middle), middle.size(), middle.first(), middle.last(), middle.floor(100), middle.higher(59), middle.descendingSet());
        Outcome.run("outside", () -> middle.add(60));
        Outcome.run("inside", () -> middle.add(59));
        Outcome.run("wider", () -> middle.headSet(99));
        Outcome.run("inverted", () -> set.subSet(9, 3));
        Outcome.show("views", middle.headSet(40, true), middle.tailSet(40), middle.pollFirst(), middle.pollLast(), middle.remove(1000), set);
        middle.clear();
        Outcome.show("cut out", set, middle.isEmpty(), new TreeSet<>(set).equals(set));
        Outcome.run("null", () -> set.contains(null));
        Outcome.run("wrong class", () -> ((Set<?>) set).contains("text"));
    }
}
