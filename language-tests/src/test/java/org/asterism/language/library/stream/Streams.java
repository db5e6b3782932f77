package org.asterism.language.library.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.BaseStream;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.asterism.language.library.Covers;
import org.asterism.language.library.Outcome;

/** Streams of objects and of primitives, and what collects them. */
@Covers({BaseStream.class, Stream.class, Stream.Builder.class, IntStream.class, IntStream.Builder.class, IntStream.IntMapMultiConsumer.class, LongStream.class, LongStream.Builder.class,
    LongStream.LongMapMultiConsumer.class, DoubleStream.class, DoubleStream.Builder.class, DoubleStream.DoubleMapMultiConsumer.class, Collector.class, Collector.Characteristics.class,
    Collectors.class, StreamSupport.class})
public final class Streams {
    private static final List<String> WORDS = List.of("delta", "alpha", "charlie", "bravo", "echo", "alpha", "fox");

    private Streams() {}

    /** Runs. */
    public static void main(String[] arguments) {
        objects();
        laziness();
        ints();
        others();
        collectors();
        mistakes();
        stress();
    }

    private static void objects() {
        Outcome.show("steps", WORDS.stream().filter(w -> w.length() == 5).map(String::toUpperCase).distinct().sorted().toList(), WORDS.stream().sorted(Comparator.comparing(String::length).reversed()).skip(1).limit(3).collect(Collectors.toList()),
                WORDS.stream().flatMap(w -> w.chars().mapToObj(c -> (char) c)).distinct().map(String::valueOf).collect(Collectors.joining()), WORDS.stream().mapMulti((w, sink) -> {
                    if (w.startsWith("a")) {
                        sink.accept(w);
                        sink.accept(w.length());
                    }
                }).toList(), WORDS.stream().takeWhile(w -> w.length() > 4).toList(), WORDS.stream().dropWhile(w -> w.length() > 4).toList());
        Outcome.show("ends", WORDS.stream().count(), WORDS.stream().min(Comparator.naturalOrder()), WORDS.stream().max(Comparator.comparing(String::length)), WORDS.stream().findFirst(), WORDS.stream().findAny().isPresent(),
                WORDS.stream().anyMatch("echo"::equals), WORDS.stream().allMatch(w -> w.length() > 3), WORDS.stream().noneMatch(String::isEmpty), WORDS.stream().reduce("", (a, b) -> a + b.charAt(0)), WORDS.stream().reduce((a, b) -> b),
                WORDS.stream().reduce(0, (sum, w) -> sum + w.length(), Integer::sum), WORDS.stream().toArray(), WORDS.stream().toArray(String[]::new).length, WORDS.stream().collect(StringBuilder::new, StringBuilder::append, StringBuilder::append));
        Outcome.show("made", Stream.of(1, 2).toList(), Stream.of("x").toList(), Stream.empty().count(), Stream.ofNullable(null).count(), Stream.iterate(1, x -> x * 3).limit(5).toList(), Stream.iterate(1, x -> x < 50, x -> x * 2).toList(),
                Stream.generate(() -> "g").limit(2).toList(), Stream.concat(Stream.of(1), Stream.of(2, 3)).toList(), Stream.<String>builder().add("b").add("c").build().toList(), Arrays.stream(new String[] {"p", "q", "r"}, 1, 3).toList(),
                StreamSupport.stream(WORDS.spliterator(), false).skip(5).toList(), "lines\nof\ntext".lines().toList(), "abc".chars().sum(), "a😀".codePoints().count(), Collections.nCopies(3, "n").stream().toList());
        Iterator<String> iterator = WORDS.stream().map(w -> w + "!").iterator();
        Outcome.show("iterator", iterator.next(), iterator.next(), iterator.hasNext(), WORDS.stream().spliterator().estimateSize(), WORDS.stream().mapToInt(String::length).sum(), WORDS.stream().mapToLong(String::hashCode).max(), WORDS.stream().mapToDouble(String::length).average(),
                WORDS.stream().flatMapToInt(String::chars).filter(c -> c == 'a').count());
    }

    private static void laziness() {
        StringBuilder log = new StringBuilder();
        Stream<String> stream = WORDS.stream().peek(w -> log.append("1").append(w.charAt(0))).filter(w -> w.length() == 5).peek(w -> log.append("2").append(w.charAt(0))).onClose(() -> log.append("closed"));
        log.append("made ");
        try (stream) {
            Outcome.show("first", stream.skip(1).findFirst(), log);
        }
        Outcome.show("log", log, WORDS.stream().unordered().sequential().isParallel(), Stream.of(3, 1, 2).sorted().peek(x -> log.append(x)).limit(2).toList(), log);
    }

    private static void ints() {
        Outcome.show("ints", IntStream.range(0, 5).boxed().toList(), IntStream.rangeClosed(1, 5).map(x -> x * x).toArray(), IntStream.of(3, 1, 2).sorted().toArray(), IntStream.iterate(1, x -> x + 3).limit(4).sum(), IntStream.generate(() -> 7).limit(2).sum(),
                IntStream.rangeClosed(1, 5).reduce(1, (a, b) -> a * b), IntStream.range(0, 10).summaryStatistics(), IntStream.empty().max(), IntStream.range(0, 3).mapToObj(i -> "x" + i).toList(), IntStream.range(0, 3).asLongStream().sum(), IntStream.range(0, 3).asDoubleStream().sum(),
                IntStream.range(0, 9).filter(x -> x % 2 == 0).average(), IntStream.concat(IntStream.of(1), IntStream.of(2)).anyMatch(x -> x == 2), IntStream.range(0, 4).flatMap(x -> IntStream.range(0, x)).toArray(), IntStream.range(0, 3).mapMulti((x, sink) -> {
                    sink.accept(x);
                    sink.accept(-x);
                }).toArray(), IntStream.of(1, 1, 2).distinct().count(), IntStream.range(0, 9).skip(2).takeWhile(x -> x < 6).dropWhile(x -> x < 4).toArray(), IntStream.builder().add(4).add(5).build().sum(), IntStream.range(5, 0).count(), IntStream.of(2, 8).min(),
                IntStream.range(0, 3).mapToLong(x -> x * 10L).sum(), IntStream.range(0, 3).mapToDouble(x -> x / 2.0).sum(), IntStream.range(0, 5).collect(ArrayList::new, ArrayList::add, ArrayList::addAll), IntStream.rangeClosed(Integer.MAX_VALUE - 1, Integer.MAX_VALUE).count());
    }

    private static void others() {
        Outcome.show("longs", LongStream.rangeClosed(1, 20).reduce(1, (a, b) -> a * b), LongStream.of(5, 3).sorted().boxed().toList(), LongStream.range(0, 4).mapToObj(Long::toString).toList(), LongStream.range(0, 4).mapToInt(x -> (int) x).sum(), LongStream.range(0, 5).summaryStatistics(),
                LongStream.iterate(1, x -> x < 100, x -> x * 3).toArray(), LongStream.builder().add(1).build().average(), LongStream.range(0, 3).mapMulti((x, sink) -> sink.accept(x + 1)).sum());
        Outcome.show("doubles", DoubleStream.of(0.1, 0.2, 0.3).sum(), DoubleStream.of(2.5, 1.5).sorted().boxed().toList(), DoubleStream.iterate(1, x -> x / 2).limit(4).toArray(), DoubleStream.of(1, 2, 4).average(), DoubleStream.of(3, 7).max(), DoubleStream.of(1.9).mapToInt(x -> (int) x).sum(),
                DoubleStream.builder().add(2).add(3).build().reduce(1, (a, b) -> a * b), DoubleStream.of(1, 2).summaryStatistics(), DoubleStream.of(1, 2).mapMulti((x, sink) -> sink.accept(x * 2)).sum(), DoubleStream.concat(DoubleStream.of(1), DoubleStream.empty()).count());
    }

    private static void collectors() {
        Outcome.show("collected", WORDS.stream().collect(Collectors.groupingBy(String::length, TreeMap::new, Collectors.toList())), WORDS.stream().collect(Collectors.partitioningBy(w -> w.length() > 4, Collectors.counting())),
                WORDS.stream().collect(Collectors.toMap(Function.identity(), String::length, Integer::sum, LinkedHashMap::new)), new TreeMap<>(WORDS.stream().collect(Collectors.groupingBy(w -> w.charAt(0), Collectors.mapping(String::length, Collectors.toSet())))),
                WORDS.stream().collect(Collectors.joining(", ", "<", ">")), WORDS.stream().collect(Collectors.summingInt(String::length)), WORDS.stream().collect(Collectors.averagingInt(String::length)), WORDS.stream().collect(Collectors.summarizingLong(String::length)),
                WORDS.stream().collect(Collectors.minBy(Comparator.naturalOrder())), WORDS.stream().collect(Collectors.reducing("", (a, b) -> a.length() > b.length() ? a : b)), WORDS.stream().collect(Collectors.collectingAndThen(Collectors.toList(), List::size)),
                WORDS.stream().collect(Collectors.teeing(Collectors.counting(), Collectors.maxBy(Comparator.naturalOrder()), (n, max) -> n + max.orElse(""))), WORDS.stream().collect(Collectors.filtering(w -> w.contains("o"), Collectors.toList())),
                WORDS.stream().collect(Collectors.flatMapping(w -> Stream.of(w, w), Collectors.counting())), WORDS.stream().collect(Collectors.toCollection(TreeSet::new)), WORDS.stream().collect(Collectors.toUnmodifiableList()),
                WORDS.stream().collect(Collectors.averagingDouble(String::length)), WORDS.stream().collect(Collectors.summarizingDouble(String::length)));
        Collector<String, StringBuilder, String> own = Collector.of(StringBuilder::new, (b, w) -> b.append(w.length()), StringBuilder::append, StringBuilder::toString);
        Outcome.show("own", WORDS.stream().collect(own), own.characteristics(), Collectors.toSet().characteristics(), Collector.Characteristics.valueOf("IDENTITY_FINISH"));
        Map<Boolean, List<Integer>> parts = IntStream.range(0, 6).boxed().collect(Collectors.partitioningBy(x -> x % 2 == 0));
        Outcome.show("parts", parts, parts.get(true));
        Outcome.print("duplicate", () -> WORDS.stream().collect(Collectors.toMap(w -> w, w -> 1)));
        Outcome.print("immutable", () -> WORDS.stream().toList().add("x"));
    }

    private static void mistakes() {
        Stream<String> used = WORDS.stream();
        used.count();
        Outcome.run("twice", used::count);
        Outcome.run("limit", () -> WORDS.stream().limit(-1));
        Outcome.run("skip", () -> WORDS.stream().skip(-1));
        Outcome.run("null", () -> WORDS.stream().map(null));
        Outcome.run("null found", () -> Stream.of((String) null, "x").findFirst());
        Outcome.run("not comparable", () -> Stream.of(new Object(), new Object()).sorted().toList());
        Outcome.run("throws", () -> WORDS.stream().forEach(w -> {
            throw new IllegalStateException(w);
        }));
        List<Integer> source = new ArrayList<>(List.of(1, 2, 3));
        Outcome.run("changed", () -> source.stream().forEach(source::add));
        Outcome.show("unsized", StreamSupport.stream(Spliterators.spliteratorUnknownSize(WORDS.iterator(), 0), false).toArray().length, Arrays.asList(1, null, 2).stream().filter(x -> x != null).toList());
    }

    private static void stress() {
        Outcome.show("stress", IntStream.range(0, 100_000).filter(x -> x % 3 == 0).mapToLong(x -> (long) x * x).sum(), Stream.iterate(new long[] {0, 1}, f -> new long[] {f[1], f[0] + f[1]}).limit(60).map(f -> f[0]).reduce(0L, Long::sum),
                IntStream.range(0, 50_000).boxed().sorted(Comparator.comparing((Integer x) -> x * 7919 % 10_007)).map(x -> x % 100).distinct().count(), IntStream.rangeClosed(1, 1000).mapToObj(Integer::toString).collect(Collectors.groupingBy(String::length, Collectors.counting())));
    }
}
