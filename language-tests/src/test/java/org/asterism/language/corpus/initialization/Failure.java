package org.asterism.language.corpus.initialization;

/** A failed initialiser: ExceptionInInitializerError once, NoClassDefFoundError ever after. */
public final class Failure {
    private Failure() {}

    private static class Fails {
        static int value = 1;

        static {
            value = 2;
            if (value == 2) {
                throw new IllegalStateException("in Fails");
            }
        }

        static int get() {
            return value;
        }
    }

    private static final class Child extends Fails {
        static {
            System.out.println("never");
        }
    }

    private static final class FailsWithError {
        static final Object FIELD = fail();

        private static Object fail() {
            throw new AssertionError("an error passes as it is");
        }
    }

    private static final class Divides {
        static int n = 1 / zero();

        private static int zero() {
            return 0;
        }
    }

    private static void attempt(String name, Runnable action) {
        try {
            action.run();
            System.out.println(name + " worked");
        } catch (ExceptionInInitializerError e) {
            System.out.println(name + " " + e.getClass().getName() + " " + e.getMessage() + " cause " + e.getCause() + " " + (e.getException() == e.getCause()));
        } catch (NoClassDefFoundError e) {
            System.out.println(name + " " + e.getMessage());
        } catch (Error e) {
            System.out.println(name + " " + e);
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        attempt("first", () -> System.out.println(Fails.value));
        attempt("second", () -> System.out.println(Fails.value));
        attempt("call", () -> System.out.println(Fails.get()));
        attempt("new", Fails::new);
        attempt("child", Child::new);
        attempt("child again", Child::new);
        attempt("error", () -> System.out.println(FailsWithError.FIELD));
        attempt("error again", () -> System.out.println(FailsWithError.FIELD));
        attempt("write", () -> Divides.n = 5);
        attempt("write again", () -> Divides.n = 5);
        attempt("array is fine", () -> System.out.println(new Fails[2].length));
    }
}
