package org.asterism.language.corpus.exceptions;

/** A return in finally discards what was under way; a return value is fixed before finally. */
@SuppressWarnings("finally")
public final class FinallyReturns {
    private FinallyReturns() {}

    private static int field;

    private static int discardsException() {
        try {
            throw new IllegalStateException("lost");
        } finally {
            return 1;
        }
    }

    private static int discardsReturn() {
        try {
            return 1;
        } finally {
            return 2;
        }
    }

    private static int keepsLocal() {
        int value = 1;
        try {
            return value;
        } finally {
            value = 2;
            field = value;
        }
    }

    private static StringBuilder keepsReference() {
        StringBuilder builder = new StringBuilder("a");
        try {
            return builder.append("b");
        } finally {
            builder.append("c");
            builder = null;
        }
    }

    private static int throwsInstead() {
        try {
            return field / (field - field);
        } catch (ArithmeticException e) {
            throw new IllegalStateException("caught");
        } finally {
            throw new UnsupportedOperationException("finally wins");
        }
    }

    private static String catchReturns() {
        try {
            throw new IllegalStateException("x");
        } catch (IllegalStateException e) {
            return e.getMessage();
        } finally {
            field += 10;
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        System.out.println(discardsException() + " " + discardsReturn() + " " + keepsLocal() + " " + field + " " + keepsReference());
        try {
            throwsInstead();
        } catch (RuntimeException e) {
            System.out.println(e);
        }
        System.out.println(catchReturns() + field);
    }
}
