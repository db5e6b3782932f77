package org.asterism.language.corpus.exceptions;

/** Recursion without end is caught, again and again, and the program goes on. */
public final class StackOverflow {
    private StackOverflow() {}

    private static int depth;
    private static int finallies;

    private static int plain(int n) {
        depth++;
        return plain(n + 1) + n;
    }

    private static double mixed(double a, long b, Object c) {
        return other(b, a, c) * 2;
    }

    private static double other(long b, double a, Object c) {
        return mixed(a + 1, b - 1, c) / 2 + c.hashCode();
    }

    private static int withFinally(int n) {
        try {
            return withFinally(n + 1);
        } finally {
            finallies++;
        }
    }

    private static final class Chain {
        private final Chain next;

        private Chain() {
            next = new Chain();
        }
    }

    private interface Visitor {
        void visit(Visitor other);
    }

    private static void attempt(String name, Runnable action) {
        try {
            action.run();
            System.out.println(name + " ended");
        } catch (StackOverflowError e) {
            System.out.println(name + " " + e.getMessage());
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        for (int i = 0; i < 3; i++) {
            depth = 0;
            attempt("plain", () -> plain(0));
            System.out.println(depth > 50);
        }
        attempt("mixed", () -> mixed(1, 2, "x"));
        attempt("finally", () -> withFinally(0));
        System.out.println(finallies > 50);
        attempt("constructor", Chain::new);
        Visitor visitor = other -> other.visit(other);
        attempt("lambda", () -> visitor.visit(visitor));
        Object[] self = new Object[1];
        Object cyclic = new Object() {
            @Override
            public String toString() {
                return "<" + self[0] + ">";
            }
        };
        self[0] = cyclic;
        attempt("toString", () -> cyclic.toString());
        System.out.println("still here");
    }
}
