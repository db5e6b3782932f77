package org.asterism.language.corpus.lambdas;

import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Functions that make functions. */
public final class Composition {
    private Composition() {}

    private interface TriFunction<A, B, C, R> {
        R apply(A a, B b, C c);

        default Function<A, Function<B, Function<C, R>>> curried() {
            return a -> b -> c -> apply(a, b, c);
        }
    }

    private interface Recursive<T, R> extends Function<Recursive<T, R>, Function<T, R>> {}

    private static <T, R> Function<T, R> fix(Function<Function<T, R>, Function<T, R>> step) {
        Recursive<T, R> self = x -> step.apply(y -> x.apply(x).apply(y));
        return self.apply(self);
    }

    private static Function<Integer, Integer> times;

    /** Runs it. */
    public static void main(String[] arguments) {
        Function<Integer, Integer> increment = n -> n + 1;
        System.out.println(increment.andThen(n -> n * 10).compose((String s) -> s.length()).apply("four") + " " + Function.<String>identity().apply("id"));
        Predicate<String> empty = String::isEmpty;
        System.out.println(empty.negate().and(s -> s.length() < 3).or(s -> s.startsWith("long")).test("longer") + " " + Predicate.not(empty).test("") + " " + Predicate.isEqual("x").test("x"));
        TriFunction<Integer, Integer, Integer, String> three = (a, b, c) -> a + "-" + b + "-" + c;
        System.out.println(three.curried().apply(1).apply(2).apply(3));
        System.out.println(Composition.<Integer, Long>fix(self -> n -> n == 0 ? 1L : n * self.apply(n - 1)).apply(15));
        times = n -> n <= 0 ? 0 : 3 + times.apply(n - 1);
        System.out.println(times.apply(7));
        UnaryOperator<UnaryOperator<String>> twice = f -> x -> f.apply(f.apply(x));
        System.out.println(twice.apply(twice.apply(s -> s + "!")).apply("a"));
        BinaryOperator<Integer> least = BinaryOperator.minBy(Integer::compare);
        System.out.println(least.apply(4, 2));
        Supplier<Supplier<Integer>> counter = () -> {
            int[] n = {0};
            return () -> ++n[0];
        };
        Supplier<Integer> a = counter.get();
        Supplier<Integer> b = counter.get();
        a.get();
        System.out.println(a.get() + b.get());
    }
}
