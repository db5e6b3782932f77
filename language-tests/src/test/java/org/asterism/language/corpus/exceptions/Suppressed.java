package org.asterism.language.corpus.exceptions;

/** Suppressed exceptions are kept in order, once asked for. */
public final class Suppressed {
    private Suppressed() {}

    private static final class Plain extends RuntimeException {
        private Plain(String message) {
            super(message, null, false, false);
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        Exception main = new Exception("main");
        System.out.println(main.getSuppressed().length);
        main.addSuppressed(new IllegalStateException("first"));
        main.addSuppressed(new Error("second"));
        for (Throwable suppressed : main.getSuppressed()) {
            System.out.println(suppressed);
        }
        try {
            main.addSuppressed(main);
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        try {
            main.addSuppressed(null);
        } catch (NullPointerException e) {
            System.out.println(e.getMessage());
        }
        Plain plain = new Plain("plain");
        plain.addSuppressed(main);
        System.out.println(plain.getSuppressed().length + " " + plain.getStackTrace().length);
        main.getSuppressed()[0] = null;
        System.out.println(main.getSuppressed()[0]);
    }
}
