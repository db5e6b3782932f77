package org.asterism.language.library.collection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.function.Supplier;
import org.asterism.language.library.Outcome;

/** What every modifiable {@link List} must do, and how each does what the interface leaves open. */
final class ListScript {
    private final String name;
    private final Supplier<List<Integer>> maker;

    ListScript(String name, Supplier<List<Integer>> maker) {
        this.name = name;
        this.maker = maker;
    }

    private List<Integer> filled(int count) {
        List<Integer> list = maker.get();
        for (int i = 0; i < count; i++) {
            list.add(i * 37 % 101);
        }
        return list;
    }

    void run() {
        positions();
        bulk();
        iterators();
        failFast();
        views();
        ordering();
        equality();
        random();
    }

    private void positions() {
        List<Integer> list = filled(10);
        Outcome.show(name + " filled", list, list.size(), list.isEmpty());
        list.add(0, -1);
        list.add(list.size(), -2);
        Outcome.show("set", list.set(3, 77), list.get(3), list.indexOf(77), list.lastIndexOf(77), list.indexOf(null), list.contains(5));
        for (int index : new int[] {-1, 12, 13, 100}) {
            Outcome.print("get " + index, () -> list.get(index));
            Outcome.print("set " + index, () -> list.set(index, 0));
            Outcome.print("remove " + index, () -> list.remove(index));
            Outcome.run("add " + index, () -> list.add(index, 9));
            Outcome.run("addAll " + index, () -> list.addAll(index, List.of(1)));
            Outcome.print("listIterator " + index, () -> list.listIterator(index).nextIndex());
        }
        Outcome.show("after", list, list.remove((Integer) 77), list.remove((Integer) 1234), list.remove(0), list);
        Outcome.print("null element", () -> list.add(null) + " " + list.contains(null) + list.indexOf(null) + list.remove((Object) null));
    }

    private void bulk() {
        List<Integer> list = filled(12);
        Outcome.show("addAll", list.addAll(List.of(1, 2, 3)), list.addAll(2, List.of(8, 9)), list.addAll(List.of()), list);
        Outcome.show("removeAll", list.removeAll(List.of(8, 2, 1000)), list.removeAll(List.of(1000)), list);
        Outcome.show("retainAll", list.retainAll(List.of(0, 37, 74, 1, 3)), list.retainAll(list), list);
        Outcome.show("removeIf", list.removeIf(x -> x % 2 == 1), list.removeIf(x -> false), list);
        list.replaceAll(x -> x * 2);
        Outcome.show("replaceAll", list, list.containsAll(List.of(0, 148)), list.containsAll(List.of(0, 1)));
        Integer[] large = new Integer[8];
        Arrays.fill(large, 5);
        Outcome.show("toArray", list.toArray(), list.toArray(new Integer[0]), list.toArray(large), list.toArray(Integer[]::new).length);
        Outcome.print("wrong array", () -> list.toArray(new String[1]));
        Outcome.run("removeAll null", () -> list.removeAll(null));
        Outcome.run("removeIf null", () -> list.removeIf(null));
        Outcome.run("removeIf throws", () -> list.removeIf(x -> {
            throw new IllegalStateException("in the middle");
        }));
        StringBuilder seen = new StringBuilder();
        list.forEach(x -> seen.append(x).append(';'));
        list.clear();
        Outcome.show("cleared", seen, list, list.size(), list.hashCode());
    }

    private void iterators() {
        List<Integer> list = filled(8);
        if (!name.startsWith("CopyOnWrite")) {
            ListIterator<Integer> cursor = list.listIterator(3);
            cursor.add(500);
            Outcome.print("set after add", () -> {
                cursor.set(1);
                return list;
            });
            Outcome.run("remove after add", cursor::remove);
            Outcome.show("walk", cursor.next(), cursor.nextIndex(), cursor.previousIndex(), cursor.previous(), cursor.previous(), cursor.hasPrevious());
            cursor.set(600);
            cursor.remove();
            Outcome.run("remove twice", cursor::remove);
            while (cursor.hasNext()) {
                if (cursor.next() % 2 == 0) {
                    cursor.remove();
                }
            }
            Outcome.run("next at the end", cursor::next);
            StringBuilder rest = new StringBuilder();
            cursor.forEachRemaining(rest::append);
        } else {
            Outcome.run("remove", () -> list.iterator().remove());
            Outcome.run("set", () -> list.listIterator().set(1));
            Outcome.run("add", () -> list.listIterator().add(1));
        }
        Outcome.show("walked", list);
        Iterator<Integer> fresh = list.iterator();
        StringBuilder rest = new StringBuilder();
        fresh.next();
        fresh.forEachRemaining(x -> rest.append(x).append(' '));
        Outcome.show("rest", rest, fresh.hasNext());
        Outcome.run("exhausted", fresh::next);
        Outcome.run("fresh remove", () -> filled(2).iterator().remove());
    }

    private void failFast() {
        List<Integer> list = filled(6);
        Outcome.run("add while iterating", () -> {
            for (Integer each : list) {
                list.add(each + 1);
                if (list.size() > 20) {
                    throw new IllegalStateException("no notice of " + list.size());
                }
            }
        });
        Outcome.run("remove while iterating", () -> {
            for (Integer each : list) {
                list.remove(each);
            }
        });
        Outcome.show("left", list);
        Iterator<Integer> before = list.iterator();
        list.add(7);
        Outcome.print("iterator made before", () -> before.hasNext() ? before.next() : "ended");
        List<Integer> part = filled(9).subList(2, 5);
        Outcome.show("part", part);
        List<Integer> parent = filled(9);
        List<Integer> stale = parent.subList(1, 4);
        parent.add(1);
        Outcome.print("stale view", stale::size);
        Outcome.print("stale text", stale::toString);
        Outcome.run("forEach adds", () -> parent.forEach(x -> parent.add(0)));
    }

    private void views() {
        Outcome.run("views", () -> views(filled(10))); // a list may refuse a view that was left behind
    }

    private static void views(List<Integer> list) {
        List<Integer> view = list.subList(2, 8);
        Outcome.show("view", view, view.size(), view.indexOf(list.get(4)), view.contains(list.get(0)), view.equals(new ArrayList<>(view)));
        view.set(0, 900);
        Outcome.run("view add", () -> view.add(1, 901));
        Outcome.show("through", list, view);
        Outcome.show("nested", view.subList(1, 3).subList(0, 1));
        Outcome.run("view remove", () -> view.remove(0));
        Outcome.run("view clear", () -> view.subList(0, 2).clear());
        Outcome.show("after", list, view);
        for (int[] bounds : new int[][] {{-1, 2}, {0, 99}, {5, 2}, {3, 3}}) {
            Outcome.print("subList " + bounds[0] + " " + bounds[1], () -> list.subList(bounds[0], bounds[1]));
        }
        Outcome.print("view get", () -> view.get(view.size()));
        ListIterator<Integer> cursor = view.listIterator(view.size());
        StringBuilder backwards = new StringBuilder();
        while (cursor.hasPrevious()) {
            backwards.append(cursor.previous()).append(' ');
        }
        Outcome.show("backwards", backwards);
        Outcome.run("sort view", () -> view.sort(Comparator.reverseOrder()));
        Outcome.show("sorted", list);
    }

    private void ordering() {
        List<Integer> list = filled(40);
        list.sort(null);
        Outcome.show("sorted", list, Collections.binarySearch(list, 37), Collections.binarySearch(list, 38));
        list.sort(Comparator.comparing((Integer x) -> x % 7));
        Outcome.show("stable", list);
        Collections.reverse(list);
        Collections.swap(list, 0, 5);
        Collections.rotate(list, 7);
        Collections.rotate(list, -3);
        Outcome.show("moved", list, Collections.max(list), Collections.min(list), Collections.frequency(list, 37));
        Collections.shuffle(list, new java.util.Random(42));
        Outcome.show("shuffled", list, Collections.indexOfSubList(list, list.subList(5, 8)), Collections.lastIndexOfSubList(list, list.subList(5, 8)));
        Outcome.show("replaced", Collections.replaceAll(list, 37, 38), Collections.disjoint(list, List.of(37)));
        Collections.fill(list, 3);
        Outcome.show("same", list.hashCode());
    }

    private void equality() {
        List<Integer> list = filled(5);
        Outcome.show("equals", list.equals(new ArrayList<>(list)), new ArrayList<>(list).equals(list), list.equals(List.of(1)), list.equals(null),
                list.equals("x"), list.hashCode(), list.hashCode() == new ArrayList<>(list).hashCode());
    }

    private void random() {
        List<Integer> list = maker.get();
        long state = 12345;
        int hash = 0;
        int steps = name.startsWith("CopyOnWrite") ? 3_000 : 20_000;
        for (int i = 0; i < steps; i++) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            int choice = (int) (state >>> 60);
            int number = (int) (state >>> 33) & 1023;
            int size = list.size();
            if (choice < 6 || size == 0) {
                list.add(number % (size + 1), number);
            } else if (choice < 9) {
                hash = hash * 31 + list.remove(number % size);
            } else if (choice < 11) {
                hash = hash * 31 + list.set(number % size, i);
            } else if (choice < 12) {
                hash = hash * 31 + list.indexOf(number);
            } else if (choice < 13) {
                list.addAll(number % size, List.of(i, number));
            } else {
                hash = hash * 31 + list.get(number % size);
            }
            if (size > 600) {
                list.subList(100, 500).clear();
            }
        }
        Outcome.show("random", hash, list.size(), list.hashCode());
    }
}
