package org.asterism.language.corpus.lambdas;

import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/** Loops that give their elements to chains of objects, of all shapes: stages twice and in each order, missing ones, ones that throw. */
public final class Stages {
    private Stages() {}

    /** A stage with a final field for the next one. */
    private abstract static class Stage implements IntConsumer {
        final IntConsumer next;

        Stage(IntConsumer next) {
            this.next = next;
        }
    }

    /** Passes some elements on. */
    private static final class Filter extends Stage {
        private final IntPredicate predicate;

        Filter(IntPredicate predicate, IntConsumer next) {
            super(next);
            this.predicate = predicate;
        }

        @Override
        public void accept(int value) {
            if (predicate.test(value)) {
                next.accept(value);
            }
        }
    }

    /** Passes changed elements on, and its predecessor's after them. */
    private static final class Change extends Stage {
        private final IntUnaryOperator operator;
        private final byte added;

        Change(IntUnaryOperator operator, int added, IntConsumer next) {
            super(next);
            this.operator = operator;
            this.added = (byte) added;
        }

        @Override
        public void accept(int value) {
            next.accept(operator.applyAsInt(value) + added);
        }
    }

    /** The end of a chain; what it holds is seen while the loop runs. */
    private static final class Sum implements IntConsumer {
        private final int[] perDigit = new int[10];
        private final int limit;
        private long sum;

        Sum(int limit) {
            this.limit = limit;
        }

        @Override
        public void accept(int value) {
            perDigit[value % 10]++;
            sum += value;
            if (value > limit) {
                throw new IllegalStateException("more than " + limit + ": " + value);
            }
        }
    }

    /** Has no end of its own: a circle of stages. */
    private static final class Circle implements IntConsumer {
        private IntConsumer inside;
        private int left = 50;

        @Override
        public void accept(int value) {
            if (--left > 0) {
                inside.accept(value + 1);
            }
        }
    }

    private static void each(int[] values, IntConsumer consumer) {
        for (int value : values) {
            consumer.accept(value);
        }
    }

    private static int eachWhile(IntConsumer consumer, long limit, Sum sum) {
        int value = 0;
        while (sum.sum < limit) {
            consumer.accept(++value);
        }
        return value;
    }

    private static int between(int from, int to, IntConsumer first) {
        IntConsumer consumer = first;
        int count = 0;
        for (int value = from; value < to; value++) {
            consumer.accept(value);
            consumer = value % 2 == 0 ? first : ignored -> { };
            count++;
        }
        return count;
    }

    private static void run(String name, int[] values, IntConsumer consumer, Sum sum) {
        try {
            each(values, consumer);
            System.out.println(name + ": " + sum.sum);
        } catch (IllegalStateException | NullPointerException | ArithmeticException | ArrayIndexOutOfBoundsException e) {
            System.out.println(name + ": " + sum.sum + ", then " + e.getClass().getName() + " " + e.getMessage());
            for (StackTraceElement element : e.getStackTrace()) {
                System.out.println("  " + element.getMethodName() + " " + element.getLineNumber());
                if (element.getMethodName().equals("run")) {
                    break;
                }
            }
        }
        for (int count : sum.perDigit) {
            System.out.print(count + " ");
        }
        System.out.println();
    }

    /** Runs the program. */
    public static void main(String[] arguments) {
        int[] values = new int[40];
        for (int i = 0; i < values.length; i++) {
            values[i] = i * i;
        }
        int captured = arguments.length + 3;
        for (int limit : new int[] {100_000, 700}) {
            Sum sum = new Sum(limit);
            run("sum", values, sum, sum);
            sum = new Sum(limit);
            run("filter", values, new Filter(value -> value % 3 != 0, sum), sum);
            sum = new Sum(limit);
            run("filter, change", values, new Filter(value -> value % 2 == 0, new Change(value -> value / captured, 1, sum)), sum);
            sum = new Sum(limit);
            run("change, filter", values, new Change(value -> value + captured, 1, new Filter(value -> value % 2 == 0, sum)), sum);
            sum = new Sum(limit);
            run("twice", values, new Filter(value -> value > 9, new Filter(value -> value < 900, new Change(value -> value, 200, sum))), sum);
            sum = new Sum(limit);
            run("no next", values, new Filter(value -> value > 99, new Change(value -> value, 7, null)), sum);
            sum = new Sum(limit);
            run("no operator", values, new Filter(value -> value > 99, new Change(null, 7, sum)), sum);
            sum = new Sum(limit);
            run("divides", values, new Change(value -> 1000 / (captured - value), 0, new Filter(value -> value >= 0, sum)), sum);
            sum = new Sum(limit);
            run("negative", values, new Filter(value -> value > 0, new Change(value -> -value, 0, sum)), sum);
        }
        run("nothing", new int[] {1}, null, new Sum(1));
        Sum sum = new Sum(1000);
        Circle circle = new Circle();
        circle.inside = new Filter(value -> true, new Change(value -> value, 1, new Filter(value -> value < 60, circle)));
        each(new int[] {1, 2}, circle.inside);
        System.out.println(circle.left);
        System.out.println(eachWhile(new Filter(value -> value % 7 == 0, new Change(value -> value * 2, 3, sum)), 500, sum));
        System.out.println(between(0, 9, new Filter(value -> value != 4, new Change(value -> value, 0, sum))) + " " + sum.sum);
    }
}
