package org.asterism.language.corpus.lambdas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Streams of the full profile over lambdas. */
public final class Streams {
    private Streams() {}

    private record Person(String name, int age, String town) {}

    /** Runs it. */
    public static void main(String[] arguments) {
        List<Person> people = List.of(new Person("Ann", 31, "Oslo"), new Person("Bob", 25, "Rome"), new Person("Cid", 31, "Rome"), new Person("Dee", 40, "Oslo"));
        System.out.println(people.stream().filter(x -> x.age() > 26).map(Person::name).collect(Collectors.joining(",", "[", "]")));
        System.out.println(people.stream().mapToInt(Person::age).summaryStatistics());
        Map<String, List<String>> towns = people.stream().collect(Collectors.groupingBy(Person::town, TreeMap::new, Collectors.mapping(Person::name, Collectors.toList())));
        System.out.println(towns);
        System.out.println(people.stream().sorted(Comparator.comparing(Person::age).thenComparing(Person::name, Comparator.reverseOrder())).map(Person::name).toList());
        System.out.println(IntStream.rangeClosed(1, 10).filter(n -> n % 3 == 1).boxed().collect(Collectors.toList()));
        System.out.println(Stream.iterate(1, n -> n * 3).limit(8).reduce(0, Integer::sum));
        System.out.println(people.stream().anyMatch(x -> x.town().equals("Rome")) + " " + people.stream().allMatch(x -> x.age() > 30) + " " + people.stream().noneMatch(x -> x.name().isEmpty()));
        System.out.println(Stream.of("b", "a", "c", "a").distinct().sorted().toList() + " " + Stream.of(1, 2, 3, 4).skip(1).peek(n -> { }).findFirst().get());
        System.out.println(people.stream().collect(Collectors.partitioningBy(x -> x.age() > 30, Collectors.counting())));
        List<String> numbers = IntStream.range(0, 5).mapToObj(n -> "n" + n).collect(Collectors.toCollection(ArrayList::new));
        System.out.println(numbers);
        System.out.println(Stream.of(List.of(1, 2), List.of(3)).flatMap(List::stream).map(n -> n * n).max(Integer::compare).get());
        System.out.println(IntStream.of(3, 1, 2).sorted().average().getAsDouble() + " " + IntStream.range(0, 100).parallel().sum());
        Map<String, Integer> ages = people.stream().collect(Collectors.toMap(Person::name, Person::age, (a, b) -> a, TreeMap::new));
        System.out.println(ages);
    }
}
