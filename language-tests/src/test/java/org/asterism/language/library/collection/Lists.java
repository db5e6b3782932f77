package org.asterism.language.library.collection;

import java.util.AbstractList;
import java.util.AbstractSequentialList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.ConcurrentModificationException;
import java.util.EmptyStackException;
import java.util.Enumeration;
import java.util.LinkedList;
import java.util.List;
import java.util.ListIterator;
import java.util.NoSuchElementException;
import java.util.RandomAccess;
import java.util.Stack;
import java.util.Vector;
import java.util.concurrent.CopyOnWriteArrayList;
import org.asterism.language.library.Covers;
import org.asterism.language.library.Outcome;

/** Every modifiable list. */
@Covers({List.class, ListIterator.class, ArrayList.class, LinkedList.class, Vector.class, Stack.class, CopyOnWriteArrayList.class, AbstractList.class,
    AbstractSequentialList.class, RandomAccess.class, Enumeration.class, EmptyStackException.class, ConcurrentModificationException.class,
    NoSuchElementException.class})
public final class Lists {
    private Lists() {}

    /** A list with no more than AbstractList asks for. */
    private static final class Reversed extends AbstractList<Integer> {
        private final List<Integer> inner = new ArrayList<>();

        @Override
        public Integer get(int index) {
            return inner.get(inner.size() - 1 - index);
        }

        @Override
        public int size() {
            return inner.size();
        }

        @Override
        public Integer set(int index, Integer value) {
            return inner.set(inner.size() - 1 - index, value);
        }

        @Override
        public void add(int index, Integer value) {
            modCount++;
            inner.add(inner.size() - index, value);
        }

        @Override
        public Integer remove(int index) {
            modCount++;
            return inner.remove(inner.size() - 1 - index);
        }
    }

    /** A list with no more than AbstractSequentialList asks for. */
    private static final class Sequential extends AbstractSequentialList<Integer> {
        private final LinkedList<Integer> inner = new LinkedList<>();

        @Override
        public ListIterator<Integer> listIterator(int index) {
            return inner.listIterator(index);
        }

        @Override
        public int size() {
            return inner.size();
        }
    }

    /** Runs. */
    public static void main(String[] arguments) {
        new ListScript("ArrayList", ArrayList::new).run();
        new ListScript("LinkedList", LinkedList::new).run();
        new ListScript("Vector", () -> new Vector<>(2, 3)).run();
        new ListScript("CopyOnWriteArrayList", CopyOnWriteArrayList::new).run();
        new ListScript("AbstractList", Reversed::new).run();
        new ListScript("AbstractSequentialList", Sequential::new).run();
        arrayList();
        vectorAndStack();
        copyOnWrite();
        fixed();
        Outcome.show("random access", new ArrayList<>() instanceof RandomAccess, (Object) new LinkedList<>() instanceof RandomAccess);
    }

    private static void arrayList() {
        ArrayList<Integer> list = new ArrayList<>(3);
        list.ensureCapacity(100);
        for (int i = 0; i < 100_000; i++) {
            list.add(i ^ i >>> 3);
        }
        list.trimToSize();
        Object clone = list.clone();
        Outcome.show("large", list.size(), list.hashCode(), clone.equals(list), clone != list);
        Outcome.run("negative capacity", () -> new ArrayList<>(-1));
        Outcome.run("null collection", () -> new ArrayList<>(null));
        Outcome.show("copy", new ArrayList<>(new LinkedList<>(List.of(1, 2))), new LinkedList<>(List.of(3)).clone());
    }

    private static void vectorAndStack() {
        Vector<String> vector = new Vector<>(List.of("a", "b", "c"));
        vector.addElement("d");
        vector.insertElementAt("x", 1);
        vector.setElementAt("y", 0);
        Outcome.show("vector", vector, vector.elementAt(2), vector.firstElement(), vector.lastElement(), vector.capacity() >= 5, vector.indexOf("c", 1),
                vector.lastIndexOf("y", 3), vector.removeElement("zz"));
        Outcome.print("insert", () -> {
            vector.insertElementAt("q", 9);
            return vector;
        });
        Outcome.print("elementAt", () -> vector.elementAt(7));
        Outcome.print("removeElementAt", () -> {
            vector.removeElementAt(-1);
            return vector;
        });
        vector.setSize(7);
        Enumeration<String> each = vector.elements();
        StringBuilder text = new StringBuilder();
        while (each.hasMoreElements()) {
            text.append(each.nextElement());
        }
        Outcome.show("enumerated", text);
        Outcome.run("enumeration ended", each::nextElement);
        String[] into = new String[9];
        vector.copyInto(into);
        vector.removeAllElements();
        vector.trimToSize();
        Outcome.show("copied", into, vector);
        Outcome.run("no first", vector::firstElement);
        Outcome.run("no last", vector::lastElement);
        Stack<Integer> stack = new Stack<>();
        Outcome.run("pop", stack::pop);
        Outcome.run("peek", stack::peek);
        Outcome.show("stack", stack.push(1), stack.push(2), stack.push(3), stack.search(1), stack.search(9), stack.peek(), stack.pop(), stack.empty(), stack);
    }

    private static void copyOnWrite() {
        CopyOnWriteArrayList<Integer> list = new CopyOnWriteArrayList<>(new Integer[] {1, 2, 3});
        var snapshot = list.iterator();
        Outcome.show("absent", list.addIfAbsent(3), list.addIfAbsent(4), list.addAllAbsent(List.of(4, 5, 5, 6)), list.indexOf(5, 2), list.lastIndexOf(2, 4));
        StringBuilder old = new StringBuilder();
        snapshot.forEachRemaining(old::append);
        @SuppressWarnings("unchecked")
        List<Integer> clone = (List<Integer>) list.clone();
        clone.add(99);
        Outcome.show("snapshot", old, list, clone);
    }

    private static void fixed() {
        List<Integer> backed = Arrays.asList(3, 1, 2);
        backed.sort(null);
        backed.set(0, 9);
        Outcome.run("asList add", () -> backed.add(1));
        Outcome.run("asList remove", () -> backed.remove(0));
        Outcome.show("asList", backed, backed.contains(2), backed.indexOf(3), backed.toArray(new Number[1]));
        for (List<Integer> list : List.of(List.<Integer>of(), List.of(1), List.of(1, 2), List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), List.copyOf(backed))) {
            Outcome.show("immutable", list, list.size(), list.contains(2), list.indexOf(7), list.hashCode(), list.equals(new ArrayList<>(list)));
            Outcome.run("add", () -> list.add(1));
            Outcome.run("set", () -> list.set(0, 1));
            Outcome.run("remove", () -> list.remove(0));
            Outcome.run("clear", list::clear);
            Outcome.run("sort", () -> list.sort(null));
            Outcome.run("contains null", () -> list.contains(null));
            Outcome.print("get", () -> list.get(12));
            Outcome.print("iterator", () -> list.iterator().next());
            Outcome.run("iterator remove", () -> list.iterator().remove());
            Outcome.print("subList", () -> list.subList(0, Math.min(2, list.size())));
        }
        Outcome.run("null element", () -> List.of(1, null));
        Outcome.run("null copy", () -> List.copyOf(Arrays.asList(1, null)));
    }
}
