package org.asterism.language.corpus.exceptions;

/** The first matching handler takes the exception; unions and supertypes. */
public final class CatchOrder {
    private CatchOrder() {}

    private static class Base extends Exception {}

    private static class Derived extends Base {}

    private interface Marker {}

    private static final class Marked extends RuntimeException implements Marker {}

    private static String handle(Throwable thrown) {
        try {
            throw thrown;
        } catch (Derived e) {
            return "derived";
        } catch (Base e) {
            return "base";
        } catch (IllegalStateException | IllegalArgumentException e) {
            return "union " + e.getClass().getSimpleName();
        } catch (RuntimeException e) {
            return "runtime" + (e instanceof Marker ? " marked" : "");
        } catch (Error e) {
            return "error";
        } catch (Throwable t) {
            return "throwable";
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        Throwable[] throwables = {new Derived(), new Base(), new NumberFormatException(), new IllegalStateException(), new Marked(), new ArithmeticException(),
            new AssertionError("x"), new Exception(), new Throwable(), null, new Base() {}};
        for (Throwable each : throwables) {
            System.out.println(handle(each));
        }
        try {
            try {
                throw new Derived();
            } catch (Base e) {
                throw new Error("from handler", e);
            }
        } catch (Error e) {
            System.out.println(e.getCause() instanceof Derived);
        }
    }
}
