package org.asterism.language.corpus.lambdas;

import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/** Lambdas in static and instance initialisers, constructors, interfaces, enums and arguments. */
public final class InPlaces {
    private static final Supplier<String> STATIC = () -> "static " + InPlaces.late;
    private static String late = "late";
    private final Supplier<String> own = () -> "own " + this.number();
    private final int number;
    private final Supplier<String> made;

    private int number() {
        return number;
    }

    private InPlaces(int number) {
        this(() -> "argument " + number, number);
    }

    private InPlaces(Supplier<String> made, int number) {
        this.made = made;
        this.number = number;
    }

    private interface Constants {
        Supplier<String> CONSTANT = () -> "interface";

        default Supplier<String> make() {
            return () -> "default " + this.hashCode0();
        }

        int hashCode0();
    }

    private enum Operator {
        ADD(n -> n + 1),
        TWICE(n -> n * 2) {
            @Override
            int apply(int n) {
                IntUnaryOperator more = m -> super.apply(m) + ordinal();
                return more.applyAsInt(n);
            }
        };

        private final IntUnaryOperator operator;

        Operator(IntUnaryOperator operator) {
            this.operator = operator;
        }

        int apply(int n) {
            return operator.applyAsInt(n);
        }
    }

    private record Pair(Supplier<String> a, Supplier<String> b) {
        Pair(String text) {
            this(() -> text, text::toUpperCase);
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        System.out.println(STATIC.get());
        InPlaces self = new InPlaces(5);
        System.out.println(self.own.get() + self.made.get());
        Constants constants = () -> 77;
        System.out.println(Constants.CONSTANT.get() + constants.make().get());
        System.out.println(Operator.ADD.apply(5) + Operator.TWICE.apply(5));
        Pair pair = new Pair("pair");
        System.out.println(pair.a().get() + pair.b().get());
        Supplier<String>[] array = array(() -> "first", () -> "second");
        System.out.println(array[0].get() + array[1].get());
        System.out.println(((Supplier<String>) () -> "cast").get());
        Supplier<Integer> choice = arguments.length == 0 ? () -> 1 : () -> 2;
        System.out.println(choice.get());
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static <T> T[] array(T... values) {
        return values;
    }
}
