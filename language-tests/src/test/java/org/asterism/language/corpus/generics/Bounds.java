package org.asterism.language.corpus.generics;

import java.util.List;

/** Bounded, recursive and intersection types. */
public final class Bounds {
    private Bounds() {}

    private static <T extends Comparable<? super T>> T max(List<? extends T> list) {
        T best = list.get(0);
        for (T each : list) {
            if (each.compareTo(best) > 0) {
                best = each;
            }
        }
        return best;
    }

    private static <T extends Number & Comparable<T>> double sum(List<T> list) {
        double sum = 0;
        T previous = null;
        for (T each : list) {
            sum += each.doubleValue() * (previous == null || each.compareTo(previous) >= 0 ? 1 : -1);
            previous = each;
        }
        return sum;
    }

    private abstract static class Builder<T extends Builder<T>> {
        protected StringBuilder text = new StringBuilder();

        abstract T self();

        T add(Object part) {
            text.append(part);
            return self();
        }
    }

    private static final class Loud extends Builder<Loud> {
        @Override
        Loud self() {
            return this;
        }

        Loud shout() {
            text.append('!');
            return this;
        }
    }

    private static double total(List<? extends Number> list) {
        double total = 0;
        for (Number each : list) {
            total += each.doubleValue();
        }
        return total;
    }

    private static void fill(List<? super Integer> list) {
        list.add(7);
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        System.out.println(max(List.of(3, 9, 2)) + max(List.of("x", "yy")) + max(List.of('a')));
        System.out.println(sum(List.of(1, 5, 2)) + " " + sum(List.of(1.5, 0.5)));
        System.out.println(new Loud().add(1).shout().add("b").shout().text);
        List<Object> objects = new java.util.ArrayList<>();
        fill(objects);
        List<Number> numbers = new java.util.ArrayList<>(List.of(1.5));
        fill(numbers);
        System.out.println(total(numbers) + " " + objects);
    }
}
