package org.asterism.language.corpus.library;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Collectors and comparators put together from others, and queues that are ordered by them. */
public final class Collecting {
    private Collecting() {}

    private enum Size { SMALL, MIDDLE, LARGE }

    private record Parcel(String to, int grams, Size size) {
    }

    private static final List<Parcel> PARCELS = List.of(new Parcel("Rome", 700, Size.SMALL), new Parcel("Oslo", 12_000, Size.LARGE),
            new Parcel("Rome", 3_000, Size.MIDDLE), new Parcel("Bern", 250, Size.SMALL), new Parcel("Oslo", 2_500, Size.MIDDLE),
            new Parcel("Bern", 900, Size.SMALL), new Parcel("Rome", 30_000, Size.LARGE));

    private static void show(Object value) {
        System.out.println(value);
    }

    private static void collectors() {
        show(PARCELS.stream().collect(Collectors.groupingBy(Parcel::to, TreeMap::new, Collectors.summingInt(Parcel::grams))));
        show(PARCELS.stream().collect(Collectors.partitioningBy(parcel -> parcel.grams() > 1000,
                Collectors.mapping(Parcel::to, Collectors.joining("+", "<", ">")))));
        show(PARCELS.stream().collect(Collectors.groupingBy(Parcel::size, () -> new EnumMap<>(Size.class),
                Collectors.collectingAndThen(Collectors.maxBy(Comparator.comparingInt(Parcel::grams)), Optional::get))));
        show(PARCELS.stream().collect(Collectors.teeing(Collectors.averagingInt(Parcel::grams), Collectors.counting(),
                (average, count) -> average + " of " + count)));
        show(PARCELS.stream().collect(Collectors.toMap(Parcel::to, Parcel::grams, BinaryOperator.maxBy(Comparator.naturalOrder()), TreeMap::new)));
        try {
            show(PARCELS.stream().collect(Collectors.toMap(Parcel::to, Function.identity())));
        } catch (IllegalStateException e) {
            show(e.getMessage());
        }
        show(PARCELS.stream().map(Parcel::size).collect(Collectors.toCollection(() -> EnumSet.noneOf(Size.class))));
        show(PARCELS.stream().collect(Collectors.filtering(parcel -> parcel.size() != Size.LARGE,
                Collectors.flatMapping(parcel -> parcel.to().chars().mapToObj(unit -> (char) unit), Collectors.toCollection(java.util.TreeSet::new)))));
        Collector<Integer, int[], String> own = Collector.of(() -> new int[2], (sums, value) -> {
            sums[0] += value;
            sums[1] ^= value;
        }, (one, other) -> one, sums -> sums[0] + "/" + sums[1]);
        show(IntStream.rangeClosed(1, 99).boxed().collect(own));
        show(Stream.of(5, 3, 8, 1).reduce(0, (sum, value) -> sum * 10 + value, Integer::sum));
        show(IntStream.range(0, 30).boxed().takeWhile(value -> value < 9).dropWhile(value -> value < 4).toList());
        show(Stream.iterate(1, value -> value < 500, value -> value * 3).mapToInt(Integer::intValue).summaryStatistics());
        show(Stream.of("a", "bb", "ccc").<Object>mapMulti((text, sink) -> {
            sink.accept(text);
            sink.accept(text.length());
        }).toList());
    }

    private static void comparators() {
        Comparator<Parcel> order = Comparator.comparing(Parcel::to, Comparator.reverseOrder()).thenComparing(Parcel::size).thenComparingInt(Parcel::grams);
        System.out.println(PARCELS.stream().sorted(order).map(parcel -> parcel.to().charAt(0) + ":" + parcel.grams()).toList());
        System.out.println(PARCELS.stream().sorted(order.reversed()).map(Parcel::grams).toList());
        PriorityQueue<Parcel> queue = new PriorityQueue<>(Comparator.comparing(Parcel::size).reversed().thenComparing(Parcel::to));
        queue.addAll(PARCELS);
        queue.removeIf(parcel -> parcel.grams() == 900);
        StringBuilder out = new StringBuilder();
        for (Parcel parcel = queue.poll(); parcel != null; parcel = queue.poll()) {
            out.append(parcel.to()).append(parcel.size().ordinal()).append(' ');
        }
        System.out.println(out);
        System.out.println(Stream.of("b", null, "a").sorted(Comparator.nullsFirst(Comparator.naturalOrder())).toList());
        ArrayDeque<Integer> deque = new ArrayDeque<>(4);
        for (int i = 0; i < 40; i++) {
            deque.addFirst(i);
            deque.addLast(-i);
            if (i % 3 == 0) {
                deque.pollFirst();
                deque.removeLastOccurrence(-i / 2);
            }
        }
        System.out.println(deque + " " + deque.peekFirst() + " " + deque.size());
        try {
            Integer[] shuffled = IntStream.range(0, 200).boxed().map(value -> value * 37 % 200).toArray(Integer[]::new);
            java.util.Arrays.sort(shuffled, (one, other) -> one % 3 == 0 ? 1 : other % 5 == 0 ? -1 : 1);
            System.out.println("sorted by nonsense");
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
    }

    /** Runs the program. */
    public static void main(String[] arguments) {
        collectors();
        comparators();
        System.out.println(Map.entry("key", 1).equals(new java.util.AbstractMap.SimpleEntry<>("key", 1)));
    }
}
