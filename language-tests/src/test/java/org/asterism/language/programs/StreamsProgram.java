package org.asterism.language.programs;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Streams, which only the full profile holds. */
public final class StreamsProgram {
    private StreamsProgram() {
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        List<String> words = List.of("delta", "alpha", "charlie", "bravo", "echo", "alpha");
        System.out.println(words.stream().filter(w -> w.length() == 5).map(String::toUpperCase).sorted().distinct().toList());
        System.out.println(IntStream.rangeClosed(1, 100).filter(x -> x % 7 == 0).sum());
        Map<Integer, List<String>> groups = words.stream().collect(Collectors.groupingBy(String::length, TreeMap::new, Collectors.toList()));
        System.out.println(groups);
        System.out.println(words.stream().collect(Collectors.joining(", ", "<", ">")));
        System.out.println(Stream.iterate(1, x -> x * 2).limit(10).reduce(0, Integer::sum));
        System.out.println(new TreeMap<>(words.stream().collect(Collectors.toMap(Function.identity(), String::length, (a, b) -> a + b))));
        System.out.println(Arrays.stream(new int[] {3, 1, 2}).boxed().sorted().map(String::valueOf).collect(Collectors.toList()));
        System.out.println(IntStream.range(0, 5).mapToObj(i -> "x" + i).flatMap(s -> Stream.of(s, s + s)).anyMatch("x3x3"::equals));
    }
}
