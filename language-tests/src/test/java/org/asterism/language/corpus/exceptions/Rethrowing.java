package org.asterism.language.corpus.exceptions;

/** Exceptions thrown again: the same object, precise types, with causes. */
public final class Rethrowing {
    private Rethrowing() {}

    private static final class Checked extends Exception {
        private Checked(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private static void precise(int way) throws Checked {
        try {
            if (way == 0) {
                throw new Checked("checked", null);
            }
            if (way == 1) {
                throw new IllegalStateException("unchecked");
            }
        } catch (final Exception e) {
            System.out.println("passing " + e);
            throw e;
        }
    }

    private static void wrap(int way) {
        try {
            precise(way);
        } catch (Checked e) {
            throw new IllegalArgumentException("wrapped", e);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        for (int way = 0; way < 3; way++) {
            try {
                wrap(way);
                System.out.println("nothing");
            } catch (IllegalArgumentException e) {
                System.out.println(e + " <- " + e.getCause() + " " + (e.getCause() instanceof Checked));
            }
        }
        RuntimeException kept = new RuntimeException("kept");
        for (int i = 0; i < 2; i++) {
            try {
                throw kept;
            } catch (RuntimeException e) {
                System.out.println(e == kept);
            }
        }
        Throwable deep = null;
        for (int i = 0; i < 5; i++) {
            deep = new Exception("level " + i, deep);
        }
        for (Throwable t = deep; t != null; t = t.getCause()) {
            System.out.println(t.getMessage());
        }
        try {
            deep.initCause(null);
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
        Exception late = new Exception("late");
        System.out.println(late.initCause(deep) == late && late.getCause() == deep);
        try {
            new Exception("self").initCause(null).initCause(null);
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
    }
}
