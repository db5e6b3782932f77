package org.asterism.language.programs.runtime;

/** Class initialisers run once, superclass first; others wait for them, failures are remembered. */
public final class ClassInitializers {
    private ClassInitializers() {}

    private static int order;

    private static class Base {
        static final int PLACE = ++order;
    }

    private static final class Derived extends Base {
        static final int PLACE = ++order;
    }

    private static final class Slow {
        static final int[] VALUES = new int[1000];

        static {
            long end = System.nanoTime() + 20_000_000;
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            for (int i = 0; i < VALUES.length; i++) {
                VALUES[i] = i;
            }
        }
    }

    private static final class Failing {
        static int value = fail();

        private static int fail() {
            throw new IllegalStateException("on purpose");
        }
    }

    private static final class First {
        static final int VALUE = Second.VALUE + 1;
    }

    private static final class Second {
        static final int VALUE = First.VALUE + 10;
    }

    /** Runs. */
    public static void main(String[] arguments) throws InterruptedException {
        System.out.println(Derived.PLACE + " after " + Base.PLACE);
        int[] seen = new int[4];
        Thread[] threads = new Thread[seen.length];
        for (int i = 0; i < threads.length; i++) {
            int index = i;
            threads[i] = new Thread(() -> seen[index] = Slow.VALUES[999]);
            threads[i].start();
        }
        for (int i = 0; i < threads.length; i++) {
            threads[i].join();
            System.out.println("thread saw " + seen[i]);
        }
        for (int i = 0; i < 2; i++) {
            try {
                System.out.println(Failing.value);
            } catch (ExceptionInInitializerError error) {
                System.out.println("first: " + error.getCause().getMessage());
            } catch (NoClassDefFoundError error) {
                System.out.println("again: not initialised");
            }
        }
        System.out.println(First.VALUE + " " + Second.VALUE);
    }
}
