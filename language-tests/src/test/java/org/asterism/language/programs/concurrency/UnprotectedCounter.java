package org.asterism.language.programs.concurrency;

/** Counts without a lock. Not for comparison: that updates get lost shows that tasks are preempted between a load and its store. */
public final class UnprotectedCounter {
    private static final int ROUNDS = 3_000;
    private static int counter;

    private UnprotectedCounter() {}

    /** Runs the program. */
    public static void main(String[] arguments) {
        Workers.together(task -> {
            for (int i = 0; i < ROUNDS; i++) {
                int seen = counter;
                Thread.onSpinWait();
                counter = seen + 1;
            }
            return 0;
        });
        System.out.println(counter == Workers.TASKS * ROUNDS ? "nothing was lost" : "updates were lost");
    }
}
