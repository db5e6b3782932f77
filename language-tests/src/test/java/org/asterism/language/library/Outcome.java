package org.asterism.language.library;

import java.util.Arrays;
import java.util.concurrent.Callable;

/** Prints what expressions give: a value, or the exception with its message. */
public final class Outcome {
    private Outcome() {}

    /** Prints one expression under a label. */
    public static void print(String label, Callable<?> expression) {
        System.out.println(label + ": " + of(expression));
    }

    /** Prints values under a label. */
    public static void show(String label, Object... values) {
        StringBuilder line = new StringBuilder(label).append(':');
        for (Object value : values) {
            line.append(' ').append(text(value));
        }
        System.out.println(line);
    }

    /** Prints what a statement throws, or that it does not. */
    public static void run(String label, Statement statement) {
        print(label, () -> {
            statement.run();
            return "done";
        });
    }

    /** The text of a value, or of what is thrown instead of it. */
    public static String of(Callable<?> expression) {
        try {
            return text(expression.call());
        } catch (ClassCastException thrown) {
            return thrown.getClass().getName(); // HotSpot's message names modules and loaders
        } catch (Throwable thrown) {
            return thrown.toString();
        }
    }

    private static String text(Object value) {
        if (value == null || !value.getClass().isArray()) {
            return String.valueOf(value);
        }
        String nested = Arrays.deepToString(new Object[] {value});
        return nested.substring(1, nested.length() - 1);
    }

    /** A statement that may throw. */
    @FunctionalInterface
    public interface Statement {
        /** Runs it. */
        void run() throws Exception;
    }
}
