package org.asterism.language.corpus.exceptions;

import java.util.ArrayList;
import java.util.List;

/** ClassCastException and its messages. */
public final class FailedCasts {
    private FailedCasts() {}

    private static class Animal {}

    private static final class Dog extends Animal {}

    private interface Pet {}

    private static void attempt(Runnable action) {
        try {
            action.run();
            System.out.println("fine");
        } catch (ClassCastException e) {
            System.out.println(e.getMessage());
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        Object text = "text";
        Object number = 1;
        Object animal = new Animal();
        Object array = new int[1];
        Object texts = new String[1];
        attempt(() -> System.out.println((Integer) text));
        attempt(() -> System.out.println((String) number));
        attempt(() -> System.out.println((Dog) animal));
        attempt(() -> System.out.println((Pet) animal));
        attempt(() -> System.out.println((String) animal));
        attempt(() -> System.out.println((Animal) text));
        attempt(() -> System.out.println(((long[]) array).length));
        attempt(() -> System.out.println(((Object[]) array).length));
        attempt(() -> System.out.println(((Integer[]) texts).length));
        attempt(() -> System.out.println(((CharSequence[]) texts).length));
        attempt(() -> System.out.println(((Animal[]) texts).length));
        attempt(() -> System.out.println(((Dog[]) (Object) new Animal[2]).length));
        attempt(() -> System.out.println((Runnable) number));
        attempt(() -> System.out.println(((int[][]) (Object) new Object[1]).length));
        attempt(() -> System.out.println((Comparable<?>) number));
        List<Object> list = new ArrayList<>();
        list.add(1);
        attempt(() -> Texts.first(list).length());
        attempt(() -> System.out.println((Dog) (Animal) new Dog() != null));
        attempt(() -> Dog.class.cast("x"));
    }

    private static final class Texts {
        @SuppressWarnings("unchecked")
        private static String first(List<?> list) {
            return ((List<String>) list).get(0);
        }
    }
}
