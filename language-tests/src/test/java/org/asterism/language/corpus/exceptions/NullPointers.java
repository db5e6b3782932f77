package org.asterism.language.corpus.exceptions;

/** Everything that throws on null. */
@SuppressWarnings({"synchronization", "null"})
public final class NullPointers {
    private NullPointers() {}

    private int field;

    private void method() {}

    private interface Action {
        void run();
    }

    private static void attempt(String name, Action action) {
        try {
            action.run();
            System.out.println(name + " did nothing");
        } catch (NullPointerException e) {
            System.out.println(name + " " + e.getMessage());
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T none() {
        return (T) null;
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        NullPointers none = none();
        int[] ints = none();
        Object[] objects = none();
        long[][] longs = none();
        Integer boxed = none();
        String text = none();
        RuntimeException exception = none();
        Runnable runnable = none();
        Object lock = none();
        attempt("field read", () -> System.out.println(none.field));
        attempt("field write", () -> none.field = 1);
        attempt("call", none::method);
        attempt("call in lambda", () -> none.method());
        attempt("interface call", () -> runnable.run());
        attempt("array read", () -> System.out.println(ints[0]));
        attempt("array write", () -> ints[0] = 1);
        attempt("reference array write", () -> objects[0] = "x");
        attempt("array of arrays", () -> longs[0][0]++);
        attempt("length", () -> System.out.println(objects.length));
        attempt("unboxing", () -> System.out.println(boxed + 1));
        attempt("throw", () -> {
            throw exception;
        });
        attempt("synchronized", () -> {
            synchronized (lock) {
                System.out.println("inside");
            }
        });
        attempt("switch", () -> {
            switch (text) {
                default:
                    System.out.println("default");
            }
        });
        attempt("for each", () -> {
            for (Object each : objects) {
                System.out.println(each);
            }
        });
        attempt("string", () -> System.out.println(text.length()));
        attempt("concatenation", () -> System.out.println("x" + text));
        attempt("cast", () -> System.out.println((String) (Object) text));
        attempt("instanceof", () -> System.out.println(text instanceof String));
        attempt("bound reference", () -> {
            Runnable bound = none::method;
            System.out.println(bound != null);
        });
        attempt("getClass", () -> System.out.println(lock.getClass()));
        attempt("clone", () -> System.out.println(ints.clone()));
        attempt("with message", () -> java.util.Objects.requireNonNull(lock, "the lock"));
    }
}
