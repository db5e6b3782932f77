package org.asterism.language.library.collection;

import java.util.AbstractCollection;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArraySet;
import org.asterism.language.library.Covers;
import org.asterism.language.library.Outcome;

/** Every set. */
@Covers({Set.class, SortedSet.class, NavigableSet.class, AbstractSet.class, AbstractCollection.class, Collection.class, Iterator.class, HashSet.class,
    LinkedHashSet.class, TreeSet.class, EnumSet.class, ConcurrentSkipListSet.class, CopyOnWriteArraySet.class, ConcurrentHashMap.KeySetView.class})
public final class Sets {
    private Sets() {}

    enum Day { MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY }

    /** A bag that may only be looked at. */
    private static final class Bag extends AbstractCollection<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("x", "y", "x").iterator();
        }

        @Override
        public int size() {
            return 3;
        }
    }

    /** Runs. */
    public static void main(String[] arguments) {
        new SetScript("HashSet", HashSet::new).run();
        new SetScript("HashSet(1, 4)", () -> new HashSet<>(1, 4f)).run();
        new SetScript("LinkedHashSet", LinkedHashSet::new).run();
        new SetScript("TreeSet", TreeSet::new).run();
        new SetScript("reversed TreeSet", () -> new TreeSet<>(Comparator.reverseOrder())).run();
        new SetScript("descending TreeSet", () -> new TreeSet<Integer>().descendingSet()).run();
        new SetScript("ConcurrentSkipListSet", ConcurrentSkipListSet::new).run();
        new SetScript("CopyOnWriteArraySet", CopyOnWriteArraySet::new).run();
        new SetScript("newKeySet", ConcurrentHashMap::newKeySet).run();
        new SetScript("newSetFromMap", () -> Collections.newSetFromMap(new HashMap<>())).run();
        new SetScript("synchronized", () -> Collections.synchronizedSet(new TreeSet<>())).run();
        new SetScript("checked", () -> Collections.checkedSet(new LinkedHashSet<>(), Integer.class)).run();
        enums();
        abstracts();
        immutable();
        clones();
    }

    private static void enums() {
        EnumSet<Day> days = EnumSet.of(Day.FRIDAY, Day.MONDAY);
        Outcome.show("days", days, EnumSet.complementOf(days), EnumSet.range(Day.TUESDAY, Day.THURSDAY), EnumSet.noneOf(Day.class), EnumSet.allOf(Day.class));
        Outcome.show("ops", days.add(Day.TUESDAY), days.add(Day.MONDAY), days.contains(Day.FRIDAY), days.remove(Day.MONDAY), days.containsAll(EnumSet.of(Day.FRIDAY)),
                days.addAll(EnumSet.of(Day.MONDAY)), days.retainAll(EnumSet.of(Day.MONDAY, Day.THURSDAY)), days, days.clone(), days.equals(Set.of(Day.MONDAY)));
        Outcome.run("range", () -> EnumSet.range(Day.FRIDAY, Day.MONDAY));
        Outcome.run("copy of nothing", () -> EnumSet.copyOf(new ArrayList<Day>()));
        Outcome.run("null", () -> days.add(null));
        Outcome.show("null", days.contains(null), days.remove(null), EnumSet.copyOf(List.of(Day.FRIDAY, Day.TUESDAY)), days.hashCode() == Day.MONDAY.hashCode());
        EnumSet<Day> five = EnumSet.of(Day.MONDAY, Day.TUESDAY, Day.WEDNESDAY, Day.THURSDAY, Day.FRIDAY);
        five.removeIf(day -> day.ordinal() % 2 == 0);
        Outcome.show("odd", five, EnumSet.of(Day.MONDAY, Day.TUESDAY, Day.WEDNESDAY), five.removeAll(Set.of(Day.TUESDAY)), five);
        Iterator<Day> each = five.iterator();
        each.next();
        each.remove();
        Outcome.run("twice", each::remove);
        Outcome.run("end", each::next);
    }

    private static void abstracts() {
        Bag bag = new Bag();
        Outcome.show("bag", bag, bag.contains("y"), bag.contains(null), bag.containsAll(List.of("x", "z")), bag.toArray(), bag.isEmpty());
        Outcome.run("add", () -> bag.add("z"));
        Outcome.run("remove", () -> bag.remove("x"));
        Outcome.run("clear", bag::clear);
        AbstractSet<Integer> one = new AbstractSet<>() {
            @Override
            public Iterator<Integer> iterator() {
                return List.of(42).iterator();
            }

            @Override
            public int size() {
                return 1;
            }
        };
        Outcome.show("one", one, one.equals(Set.of(42)), Set.of(42).equals(one), one.hashCode(), one.equals(Set.of(41)));
    }

    private static void immutable() {
        for (Set<Integer> set : List.of(Set.<Integer>of(), Set.of(1), Collections.<Integer>emptySet(), Collections.singleton(9), Collections.unmodifiableSet(new TreeSet<>(List.of(1, 2))))) {
            Outcome.show("immutable", set, set.contains(1), set.hashCode(), set.equals(new HashSet<>(set)));
            Outcome.run("add", () -> set.add(1));
            Outcome.run("remove", () -> set.remove(1));
            Outcome.run("clear", set::clear);
            Outcome.run("iterator remove", () -> {
                Iterator<Integer> each = set.iterator();
                each.next();
                each.remove();
            });
        }
        Set<Integer> many = Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        Outcome.show("many", new TreeSet<>(many), many.contains(11), many.contains(12), many.size(), many.hashCode(), Set.copyOf(many).equals(many));
        Outcome.run("duplicate", () -> Set.of(1, 2, 1));
        Outcome.run("null", () -> Set.of(1, null));
        Outcome.run("contains null", () -> many.contains(null));
    }

    private static void clones() {
        HashSet<Integer> hash = new HashSet<>(List.of(3, 1, 2));
        LinkedHashSet<Integer> linked = new LinkedHashSet<>(List.of(3, 1, 2));
        TreeSet<Integer> tree = new TreeSet<>(linked);
        ConcurrentSkipListSet<Integer> skip = new ConcurrentSkipListSet<>(tree);
        Object skipClone = skip.clone();
        skip.add(100);
        Outcome.show("clones", hash.clone(), linked.clone(), tree.clone(), skipClone, skip, new CopyOnWriteArraySet<>(List.of(2, 2, 1)));
        Outcome.run("negative", () -> new HashSet<>(-1));
        Outcome.run("load factor", () -> new HashSet<>(1, 0f));
        ConcurrentHashMap<String, Integer> map = new ConcurrentHashMap<>();
        ConcurrentHashMap.KeySetView<String, Integer> view = map.keySet(5);
        Outcome.show("view", view.add("a"), view.add("a"), view.getMappedValue(), view.getMap() == map, map, view, view.contains("a"), view.remove("b"));
        Outcome.run("plain view", () -> map.keySet().add("z"));
        Set<Object> identities = Collections.newSetFromMap(new IdentityHashMap<>());
        String text = new String("same");
        Outcome.show("identity", identities.add("same"), identities.add(text), identities.size());
        Object[] array = new TreeSet<>(Arrays.asList("b", "a")).toArray();
        Outcome.show("sorted array", array);
    }
}
