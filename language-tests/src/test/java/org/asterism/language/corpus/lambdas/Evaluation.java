package org.asterism.language.corpus.lambdas;

import java.util.function.Function;
import java.util.function.Supplier;

/** When the parts of method references are evaluated. */
public final class Evaluation {
    private Evaluation() {}

    private static String current = "first";

    private static String receiver() {
        System.out.println("receiver " + current);
        return current;
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        Supplier<Integer> bound = receiver()::length;
        Supplier<Integer> lambda = () -> receiver().length();
        current = "changed!";
        System.out.println(bound.get() + " " + lambda.get());
        try {
            String none = null;
            Supplier<Integer> fails = none::length;
            System.out.println("not reached " + fails);
        } catch (NullPointerException e) {
            System.out.println("checked when made");
        }
        Function<String, Integer> unbound = String::length;
        try {
            unbound.apply(null);
        } catch (NullPointerException e) {
            System.out.println("checked when called");
        }
        int[] calls = {0};
        Supplier<Runnable> maker = () -> {
            calls[0]++;
            return () -> calls[0] += 10;
        };
        Runnable one = maker.get();
        one.run();
        one.run();
        System.out.println(calls[0]);
    }
}
