package org.asterism.language.corpus.exceptions;

/** Exceptions that leave constructors and initialisers of instances. */
public final class InConstructors {
    private InConstructors() {}

    private static Leaky leaked;

    private static class Base {
        Base(int n) {
            System.out.println("base " + n);
            if (n == 1) {
                throw new IllegalStateException("base");
            }
        }
    }

    private static final class Leaky extends Base {
        private final int value = compute();
        private int later;

        {
            leaked = this;
            if (value < 0) {
                throw new IllegalArgumentException("block");
            }
        }

        Leaky(int n) {
            super(n);
            later = 5;
            if (n == 2) {
                throw new UnsupportedOperationException("constructor");
            }
        }

        Leaky(String text) {
            this(Integer.parseInt(text));
            System.out.println("delegated");
        }

        private int compute() {
            return limit--;
        }
    }

    private static int limit = 1;

    private static void attempt(String text) {
        try {
            System.out.println("made " + new Leaky(text).later);
        } catch (RuntimeException e) {
            System.out.println(e + " leaked " + (leaked == null ? "none" : leaked.value + "," + leaked.later));
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        attempt("1");
        attempt("2");
        attempt("x");
        attempt("0");
        attempt("0");
    }
}
