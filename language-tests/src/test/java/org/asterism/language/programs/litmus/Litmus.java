package org.asterism.language.programs.litmus;

import java.util.concurrent.atomic.AtomicInteger;

/** Races actors over many fresh cells and looks at what they left. */
final class Litmus {
    /** Cells of a round: actors meet before each round only, and drift apart and together while they go through the cells. */
    private static final int CELLS = 64;
    private static final int ROUNDS = Integer.getInteger("litmus.rounds", 24);

    private final Actor[] actors;
    private final AtomicInteger arrived = new AtomicInteger();
    private Cell[] cells;

    private Litmus(Actor... actors) {
        this.actors = actors;
    }

    /** One side of a race. */
    @FunctionalInterface
    interface Actor {
        /** Accesses a cell. */
        void race(Cell cell);
    }

    /** Tells whether a result is of some kind. */
    @FunctionalInterface
    interface Result {
        /** Looks at a cell that all actors have finished with. */
        boolean matches(Cell cell);
    }

    /** Prints how often the actors left a result that the memory model forbids. */
    static void forbid(String name, Result forbidden, Actor... actors) {
        long seen = new Litmus(actors).count(forbidden, ROUNDS);
        System.out.println(name + ": " + (seen == 0 ? "never" : "FORBIDDEN, seen " + seen + " times"));
    }

    /** Runs until a result is seen, or so many seconds are over; tells whether it was. */
    static boolean isSeen(Result wanted, int seconds, Actor... actors) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        long seen = 0;
        while (seen == 0 && System.nanoTime() < end) {
            seen = new Litmus(actors).count(wanted, ROUNDS);
        }
        return seen > 0;
    }

    private long count(Result wanted, int rounds) {
        prepare();
        Thread[] threads = new Thread[actors.length];
        for (int i = 0; i < actors.length; i++) {
            Actor actor = actors[i];
            threads[i] = new Thread(() -> act(actor, rounds));
            threads[i].start();
        }
        long seen = 0;
        for (int round = 0; round < rounds; round++) {
            meet(2 * round);
            meet(2 * round + 1);
            for (Cell cell : cells) {
                seen += wanted.matches(cell) ? 1 : 0;
            }
            prepare();
        }
        for (Thread thread : threads) {
            join(thread);
        }
        return seen;
    }

    private void act(Actor actor, int rounds) {
        for (int round = 0; round < rounds; round++) {
            meet(2 * round);
            for (Cell cell : cells) {
                actor.race(cell);
            }
            meet(2 * round + 1);
        }
    }

    private void prepare() {
        Cell[] fresh = new Cell[CELLS];
        for (int i = 0; i < CELLS; i++) {
            fresh[i] = new Cell();
        }
        cells = fresh;
    }

    /** Waits until all actors and the one who counts have come to a meeting of a number. */
    private void meet(int number) {
        int all = (number + 1) * (actors.length + 1);
        arrived.incrementAndGet();
        for (int spins = 0; arrived.get() < all; spins++) {
            if (spins > 200) {
                Thread.yield();
            }
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted, which nothing does", e);
        }
    }
}
