package org.asterism.language.corpus.exceptions;

/** finally blocks run inside out, whatever leaves them. */
public final class NestedFinally {
    private NestedFinally() {}

    private static StringBuilder trace = new StringBuilder();

    private static int run(int way) {
        try {
            trace.append('a');
            try {
                trace.append('b');
                try {
                    if (way == 0) {
                        return 1;
                    }
                    if (way == 1) {
                        throw new IllegalStateException("one");
                    }
                    if (way == 2) {
                        throw new IllegalArgumentException("two");
                    }
                    trace.append('c');
                } finally {
                    trace.append('d');
                    if (way == 3) {
                        throw new ArithmeticException("three");
                    }
                }
            } catch (IllegalStateException e) {
                trace.append('e');
                if (way == 1) {
                    throw new RuntimeException("again", e);
                }
            } finally {
                trace.append('f');
            }
            trace.append('g');
        } catch (ArithmeticException e) {
            trace.append('h');
            return 2;
        } finally {
            trace.append('i');
        }
        return 3;
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        for (int way = 0; way < 5; way++) {
            try {
                System.out.println(run(way) + " " + trace);
            } catch (RuntimeException e) {
                System.out.println(e + " by " + e.getCause() + " " + trace);
            }
            trace.setLength(0);
        }
    }
}
