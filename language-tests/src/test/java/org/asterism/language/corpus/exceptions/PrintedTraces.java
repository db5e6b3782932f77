package org.asterism.language.corpus.exceptions;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Printed stack traces: causes, what they have in common, suppressed exceptions, and circles of them. */
public final class PrintedTraces {
    private PrintedTraces() {}

    /** A resource whose end fails. */
    private record Resource(String name) implements AutoCloseable {
        @Override
        public void close() {
            throw new IllegalStateException("cannot close " + name);
        }
    }

    private static void innermost(int depth) {
        if (depth == 0) {
            throw new ArithmeticException("too deep");
        }
        innermost(depth - 1);
    }

    private static void wrapping() {
        try {
            innermost(3);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("wrapped", e);
        }
    }

    private static void closing() {
        try (Resource first = new Resource("first"); Resource second = new Resource("second")) {
            wrapping();
        }
    }

    private static void print(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        for (String line : text.toString().split("\n")) {
            boolean own = !line.contains("\tat ") || line.contains("PrintedTraces");
            if (own) {
                System.out.println(line.replaceAll("[0-9]+ more", "more")); // what called main differs
            }
        }
    }

    /** Runs the program. */
    public static void main(String[] arguments) {
        try {
            closing();
        } catch (IllegalArgumentException e) {
            print(e);
            StringWriter text = new StringWriter();
            e.printStackTrace(new PrintWriter(text, true));
            System.out.println(text.toString().lines().filter(line -> line.contains("Caused by") || line.contains("Suppressed")).toList());
        }
        Exception one = new Exception("one");
        Exception other = new Exception("other", one);
        one.initCause(other);
        other.addSuppressed(one);
        print(one);
        try {
            one.initCause(null);
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
        try {
            one.addSuppressed(one);
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        Throwable silent = new Throwable("silent", null, false, false) {
            private static final long serialVersionUID = 1;
        };
        silent.addSuppressed(one);
        System.out.println(silent.getSuppressed().length + " " + silent.getStackTrace().length);
    }
}
