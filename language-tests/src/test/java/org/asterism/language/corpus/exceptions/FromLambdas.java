package org.asterism.language.corpus.exceptions;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;

/** Exceptions thrown by lambdas and method references. */
public final class FromLambdas {
    private FromLambdas() {}

    private static <T extends Throwable> void sneak(Throwable t) throws T {
        @SuppressWarnings("unchecked")
        T cast = (T) t;
        throw cast;
    }

    private static String call(Callable<?> callable) {
        try {
            return "value " + callable.call();
        } catch (Exception e) {
            return "exception " + e;
        } finally {
            System.out.println("called");
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        System.out.println(call(() -> {
            throw new java.io.IOException("checked");
        }));
        System.out.println(call(() -> Integer.parseInt("nope")));
        System.out.println(call(() -> List.of(1, 2).get(5)));
        Function<String, Integer> parse = Integer::parseInt;
        System.out.println(call(() -> parse.apply("7")));
        System.out.println(call(() -> parse.apply("seven")));
        Supplier<Object> failing = () -> {
            throw new IllegalStateException("supplied");
        };
        System.out.println(call(failing::get));
        System.out.println(call(() -> {
            FromLambdas.<RuntimeException>sneak(new Exception("sneaked"));
            return null;
        }));
        Function<Object, String> cast = o -> (String) o;
        try {
            cast.andThen(String::length).apply(5);
        } catch (ClassCastException e) {
            System.out.println("cast");
        }
        int[] counter = {0};
        try {
            List.of(1, 2, 3, 4).forEach(i -> {
                counter[0] += i;
                if (i == 3) {
                    throw new IllegalArgumentException("at " + i);
                }
            });
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage() + " " + counter[0]);
        }
    }
}
