package org.asterism.language.programs.concurrency;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Classes that all tasks use first at the same moment: each initialiser runs once, and nobody sees what it has not finished. */
public final class LazyInitialization {
    private static final AtomicInteger INITIALIZED = new AtomicInteger();
    private static final AtomicInteger FAILED = new AtomicInteger();
    private static final AtomicInteger ABSENT = new AtomicInteger();

    private LazyInitialization() {}

    /** Allocates, computes for a while, and counts. */
    static List<Integer> build(int number) {
        List<Integer> list = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            list.add(number * 100 + i);
        }
        INITIALIZED.incrementAndGet();
        return list;
    }

    private static final class First {
        static final List<Integer> LIST = build(1);
    }

    private static final class Second {
        static final List<Integer> LIST = build(2);
        static int[] squares = new int[50];

        static {
            for (int i = 0; i < squares.length; i++) {
                squares[i] = i * i + LIST.get(i % 40);
            }
        }
    }

    private static class Base {
        static final List<Integer> LIST = build(3);
        final int own = LIST.size();
    }

    private static final class Derived extends Base {
        static final List<Integer> MORE = build(4);
        final int both = own + MORE.size() + LIST.get(1);
    }

    private static final class Chained {
        static final int SUM = Link.SUM + build(5).get(39);
    }

    private static final class Link {
        static final int SUM = Last.SUM + build(6).get(39);
    }

    private static final class Last {
        static final int SUM = build(7).get(39);
    }

    private enum Choice {
        LEFT(8), RIGHT(9);

        private final List<Integer> list;

        Choice(int number) {
            list = build(number);
        }
    }

    private static final class Broken {
        static final int VALUE = build(10).get(41);
    }

    private static final class BrokenToo {
        static final int VALUE = Broken.VALUE + build(11).get(0);
    }

    /** Runs the program. */
    public static void main(String[] arguments) {
        Rendezvous start = new Rendezvous();
        long[] digests = Workers.together(task -> use(task, start));
        for (int i = 0; i < digests.length; i++) {
            System.out.println("task " + i + ": " + Long.toHexString(digests[i]));
        }
        System.out.println("initialisers that ran to their end or their failure: " + INITIALIZED);
        System.out.println("failures seen as such " + FAILED + ", afterwards " + ABSENT);
    }

    private static long use(int task, Rendezvous start) throws InterruptedException {
        long digest = 1;
        for (int number = 0; number < 8; number++) {
            start.await();
            digest = Workers.mix(digest, value(number, task));
        }
        return digest;
    }

    /** The use of a class; half of the tasks come to some of them by another way. */
    private static long value(int number, int task) {
        boolean odd = task % 2 == 1;
        return switch (number) {
            case 0 -> First.LIST.get(39);
            case 1 -> Second.squares[49];
            case 2 -> odd ? new Derived().both : new Base().own + 341;
            case 3 -> new Derived().both;
            case 4 -> odd ? Chained.SUM : Last.SUM + 639 + 539;
            case 5 -> Choice.RIGHT.list.get(0) + Choice.valueOf("LEFT").ordinal();
            case 6 -> broken(odd);
            default -> Chained.SUM;
        };
    }

    private static long broken(boolean indirectly) {
        try {
            return indirectly ? BrokenToo.VALUE : Broken.VALUE;
        } catch (ExceptionInInitializerError failure) {
            FAILED.incrementAndGet();
            return 0;
        } catch (NoClassDefFoundError afterwards) {
            ABSENT.incrementAndGet();
            return 0;
        }
    }
}
