package org.asterism.language.corpus.lambdas;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Streams of several stages in several orders, with a stage that throws in the midst. */
public final class Pipelines {
    private Pipelines() {}

    private static void fail(int limit) {
        try {
            IntStream.range(0, 20).filter(value -> value % 2 == 1).map(value -> 100 / (limit - value)).mapToObj(Integer::toString)
                    .forEach(text -> System.out.print(text + " "));
            System.out.println();
        } catch (ArithmeticException e) {
            System.out.println(e.getMessage());
            Arrays.stream(e.getStackTrace()).filter(element -> element.getClassName().contains("Pipelines"))
                    .forEach(element -> System.out.println("  " + element.getMethodName().replaceAll("[0-9]", "") + " " + element.getLineNumber()));
        }
    }

    /** Runs the program. */
    public static void main(String[] arguments) {
        int[] values = IntStream.iterate(7, value -> value * 31 + 1).limit(50).toArray();
        int addend = arguments.length + 5;
        System.out.println(Arrays.stream(values).filter(value -> value % 3 != 0).map(value -> value / 5 + addend).asLongStream().sum());
        System.out.println(Arrays.stream(values).map(value -> value ^ addend).filter(value -> value > 0).filter(value -> value % 2 == 0).count());
        System.out.println(Arrays.stream(values).mapToLong(value -> (long) value * value).filter(value -> value % 5 == 1).max().orElse(-1));
        System.out.println(LongStream.rangeClosed(1, 20).map(value -> value * value).peek(value -> System.out.print(value + " ")).skip(3).sum());
        List<String> words = List.of("one", "two", "three", "four", "five", "six", "seven");
        System.out.println(words.stream().filter(word -> word.length() > 3).map(String::toUpperCase).sorted().collect(Collectors.joining(",")));
        System.out.println(words.stream().flatMap(word -> word.chars().mapToObj(unit -> (char) unit)).distinct().map(String::valueOf)
                .collect(Collectors.joining()));
        System.out.println(words.stream().mapToInt(String::length).boxed().collect(Collectors.groupingBy(length -> length % 2, Collectors.counting())));
        System.out.println(Stream.iterate(1, value -> value * 2).limit(12).filter(value -> value > 9).mapToInt(Integer::intValue).summaryStatistics());
        System.out.println(words.stream().anyMatch(word -> word.startsWith("f")) + " " + words.stream().allMatch(word -> word.contains("e")));
        fail(7);
        fail(100);
    }
}
