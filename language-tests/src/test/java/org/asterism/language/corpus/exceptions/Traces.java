package org.asterism.language.corpus.exceptions;

/** Stack traces name the methods that were active. */
public final class Traces {
    private Traces() {}

    private static void inner() {
        throw new IllegalStateException("traced");
    }

    private static void outer() {
        inner();
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        try {
            outer();
        } catch (IllegalStateException e) {
            StackTraceElement[] trace = e.getStackTrace();
            System.out.println(trace.length > 1);
            e.setStackTrace(new StackTraceElement[] {new StackTraceElement("some.Class", "method", "Class.java", 12)});
            System.out.println(e.getStackTrace()[0]);
        }
        Exception empty = new Exception("none", null, true, false) {};
        System.out.println(empty.getStackTrace().length);
    }
}
