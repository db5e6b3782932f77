package org.asterism.language.corpus.exceptions;

/** Recursion without end in the last place of a method uses up the stack as well. */
public final class TailRecursion {
    private TailRecursion() {}

    private interface Step {
        void run(Step next);
    }

    private static void again(int n) {
        again(n + 1);
    }

    private static void even(long n) {
        odd(n - 1);
    }

    private static void odd(long n) {
        even(n + 1);
    }

    private static final class Loop implements Step {
        @Override
        public void run(Step next) {
            next.run(this);
        }
    }

    private static void attempt(String name, Runnable action) {
        try {
            action.run();
        } catch (StackOverflowError e) {
            System.out.println(name);
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        attempt("static", () -> again(0));
        attempt("mutual", () -> even(5));
        attempt("virtual", () -> new Loop().run(new Loop()));
        Step lambda = next -> next.run(next);
        attempt("interface", () -> lambda.run(lambda));
    }
}
