package org.asterism.language.programs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Where exceptions come from: files and lines of throws, of checks that fail, and of every call on the way. */
public final class TracesProgram {
    private static final int[] NONE = null;
    private static int depth;
    private int field;

    private TracesProgram() {
    }

    /** An action that throws. */
    interface Action {
        /** Runs it. */
        void run() throws Exception;
    }

    /** Fails at its own construction. */
    static final class Stubborn {
        private final int value = check(
                field());

        Stubborn(int ignored) {
            System.out.println("unreached " + ignored + value);
        }

        static int field() {
            return -1;
        }

        private static int check(int value) {
            if (value < 0) {
                throw new IllegalArgumentException("value " + value);
            }
            return value;
        }
    }

    /** Fails in its initialiser. */
    static final class Broken {
        static final Map<String, Integer> TABLE = new HashMap<>();

        static {
            TABLE.put("one", 1);
            TABLE.put("two",
                    TABLE.get("none") + 1);
        }

        static int size() {
            return TABLE.size();
        }
    }

    /** Made in a chain of constructors, the last of which makes another one. */
    static class Failure extends RuntimeException {
        private static final long serialVersionUID = 1;

        Failure(String message) {
            this(message,
                    new IllegalStateException("made on the way"));
        }

        Failure(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** A failure with a parent of its own. */
    static final class SpecialFailure extends Failure {
        private static final long serialVersionUID = 1;

        SpecialFailure() {
            super("special");
        }
    }

    /** Many receivers. */
    abstract static class Shape {
        abstract int area(int side);

        int twice(int side) {
            return area(side)
                    + area(side - 1);
        }
    }

    static final class Square extends Shape {
        @Override
        int area(int side) {
            return 100 / side;
        }
    }

    static final class Bar extends Shape {
        @Override
        int area(int side) {
            return NONE[side];
        }
    }

    static final class Gap extends Shape {
        @Override
        int area(int side) {
            return new int[1][side].length;
        }
    }

    static final class Odd extends Shape {
        @Override
        int area(int side) {
            Object text = "odd";
            return (Integer) text;
        }
    }

    static final class Store extends Shape {
        @Override
        int area(int side) {
            Object[] strings = new String[1];
            strings[0] =
                    side;
            return 0;
        }
    }

    private static int sameChecksOnManyLines(int[] a, int[] b, int[] c) {
        int sum = a[0];
        sum += b[0];
        sum += a.length;
        sum += c[0];
        sum += c[1]
                + b[1];
        return sum / (a[0]
                - 1);
    }

    private static void sameCallsInBranches(int which) {
        if (which == 0) {
            fail(which);
        } else if (which == 1) {
            fail(which);
        } else {
            fail(which);
        }
    }

    private static void fail(int which) {
        throw new UnsupportedOperationException("branch " + which);
    }

    private static void lastCallOfMany(int which) {
        sameCallsInBranches(which);
    }

    private static int small(int a) {
        return smaller(a)
                + 1;
    }

    private static int smaller(int a) {
        return 10 % a;
    }

    private static int endless(int a) {
        depth++;
        return endless(a + 1) + depth;
    }

    private static void rethrows() throws Exception {
        try {
            lastCallOfMany(1);
        } catch (UnsupportedOperationException e) {
            throw new Exception("checked", e);
        } finally {
            depth = 0;
        }
    }

    private static synchronized void guarded(Object lock) {
        synchronized (lock) {
            Iterator<String> none = Collections.emptyIterator();
            none.next();
        }
    }

    private static void sorts() {
        List<Integer> numbers = new ArrayList<>(List.of(3, 1, 2));
        numbers.sort(
                Comparator.comparing(number -> 6 / (number - 1)));
    }

    private void fields(TracesProgram other) {
        field = 1;
        other.field =
                field;
    }

    private static void switches(String text) {
        switch (text) {
            case "a":
                fail(3);
                break;
            case "b":
                throw new IllegalStateException("b");
            default:
                fail(4);
        }
    }

    private static void loops() {
        for (int i = 3;
                i > -2;
                i--) {
            depth =
                    6 / i;
        }
    }

    /** Prints elements of the traces from one to another. Messages of failed casts differ in what they tell of modules. */
    private static void show(Throwable thrown, int from, int to) {
        for (Throwable next = thrown; next != null; next = next.getCause()) {
            System.out.println(next instanceof ClassCastException ? next.getClass().getName() : next.toString());
            StackTraceElement[] trace = next.getStackTrace();
            for (int i = from; i < Math.min(to, trace.length); i++) {
                StackTraceElement at = trace[i];
                if (at.getLineNumber() > 0 && !at.getClassName().startsWith("jdk.")) {
                    System.out.println("  " + at.getClassName() + "." + at.getMethodName() + "(" + at.getFileName() + ":" + at.getLineNumber() + ")");
                }
            }
        }
    }

    private static void show(Action action) {
        try {
            action.run();
            System.out.println("nothing");
        } catch (StackOverflowError e) {
            // where in the innermost call the stack ends is the machine's affair
            show(e, 1, 4);
        } catch (Throwable e) {
            show(e, 0, 100);
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        show(() -> new Stubborn(1));
        show(Broken::size);
        show(() -> {
            throw new SpecialFailure();
        });
        Shape[] shapes = {new Square(), new Bar(), new Gap(), new Odd(), new Store()};
        for (Shape shape : shapes) {
            show(() -> shape.twice(
                    1));
        }
        show(() -> sameChecksOnManyLines(null, null, null));
        show(() -> sameChecksOnManyLines(new int[] {1}, null, null));
        show(() -> sameChecksOnManyLines(new int[] {1}, new int[1], null));
        show(() -> sameChecksOnManyLines(new int[] {1}, new int[1], new int[1]));
        show(() -> sameChecksOnManyLines(new int[] {1}, new int[1], new int[2]));
        show(() -> sameChecksOnManyLines(new int[] {1}, new int[2], new int[2]));
        for (int which = 0; which < 3; which++) {
            int branch = which;
            show(() -> lastCallOfMany(branch));
        }
        show(() -> System.out.println(small(0)));
        show(() -> endless(0));
        show(TracesProgram::rethrows);
        show(() -> guarded("lock"));
        show(TracesProgram::sorts);
        show(() -> new TracesProgram().fields(null));
        show(() -> switches("a"));
        show(() -> switches("b"));
        show(() -> switches("c"));
        show(TracesProgram::loops);
        Function<Object, Integer> length = text -> ((String) text).length();
        show(() -> length.apply(5));
        Supplier<int[]> negative = () -> new int[
                depth - 1000];
        show(() -> negative.get());
        show(() -> {
            Runnable nested = new Runnable() {
                @Override
                public void run() {
                    List.of("x").forEach(each ->
                            fail(each.length()));
                }
            };
            nested.run();
        });
        show(() -> {
            try (AutoCloseable first = () -> fail(7)) {
                fail(8);
            }
        });
    }
}
