package org.asterism.language.corpus.initialization;

/** Threads wait for an initialiser, and all see its failure. */
public final class InThreads {
    private InThreads() {}

    private static final class Slow {
        static int value;

        static {
            for (int i = 0; i < 5; i++) {
                Thread.yield();
            }
            value = 42;
        }
    }

    private static final class Bad {
        static int value = 1;

        static {
            Thread.yield();
            if (value == 1) {
                throw new IllegalStateException();
            }
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) throws InterruptedException {
        int[] seen = new int[4];
        int[] failures = new int[4];
        Thread[] threads = new Thread[4];
        for (int i = 0; i < threads.length; i++) {
            int index = i;
            threads[i] = new Thread(() -> {
                seen[index] = Slow.value;
                try {
                    seen[index] += Bad.value;
                } catch (LinkageError e) {
                    failures[index] = e instanceof ExceptionInInitializerError ? 100 : 1;
                }
            });
            threads[i].start();
        }
        int sum = 0;
        int failed = 0;
        for (int i = 0; i < threads.length; i++) {
            threads[i].join();
            sum += seen[i];
            failed += failures[i];
        }
        System.out.println(sum + " " + failed);
    }
}
