package org.asterism.language.corpus.exceptions;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The messages of exceptions that the library and the virtual machine make. */
public final class Messages {
    private Messages() {}

    private interface Action {
        Object run() throws Exception;
    }

    private static void attempt(Action action) {
        try {
            System.out.println(action.run());
        } catch (Exception e) {
            System.out.println(e);
        }
    }

    private enum Level { LOW }

    /** Runs it. */
    public static void main(String[] arguments) {
        attempt(() -> 1 / (arguments.length + 0));
        attempt(() -> 1L % (arguments.length + 0L));
        attempt(() -> Integer.parseInt("12a"));
        attempt(() -> Long.parseLong(""));
        attempt(() -> Integer.valueOf((String) null));
        attempt(() -> Double.parseDouble("zz"));
        attempt(() -> new ArrayList<>(-1));
        attempt(() -> new ArrayList<>(List.of(1)).get(1));
        attempt(() -> new ArrayList<>(List.of(1)).remove(3));
        attempt(() -> List.of(1).set(0, 2));
        attempt(() -> List.of(1, 2).get(2));
        attempt(() -> List.of().iterator().next());
        attempt(() -> Optional.empty().get());
        attempt(() -> Level.valueOf("HIGH"));
        attempt(() -> Level.valueOf(null));
        attempt(() -> "abc".substring(2, 1));
        attempt(() -> "abc".charAt(5));
        attempt(() -> new StringBuilder("x").charAt(3));
        attempt(() -> java.util.Objects.checkIndex(5, 5));
        attempt(() -> java.util.Objects.requireNonNull(null));
        attempt(() -> new java.util.ArrayDeque<>().removeFirst());
        attempt(() -> new java.util.PriorityQueue<>().element());
        attempt(() -> new int[1].clone()[1]);
        attempt(() -> {
            List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
            for (Integer each : list) {
                list.remove(each);
            }
            return list;
        });
        attempt(() -> {
            Iterator<Integer> iterator = new ArrayList<Integer>().iterator();
            iterator.remove();
            return null;
        });
        attempt(() -> {
            throw new NoSuchElementException("mine", new Error("cause"));
        });
        attempt(() -> new Uncloneable().copy());
    }

    private static final class Uncloneable {
        private Object copy() throws CloneNotSupportedException {
            return super.clone();
        }
    }
}
