package org.asterism.language.corpus.monitors;

/** A thread that does not give up the processor waits for one that fell asleep later and for longer, and for threads that have hardly begun. */
public final class BusyWaiting {
    private static final int THREADS = 40;

    private static volatile boolean sleeping;
    private static volatile int ended;

    private BusyWaiting() {}

    private static void sleep(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            System.out.println("interrupted");
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) throws InterruptedException {
        Thread sleeper = new Thread(() -> {
            while (!sleeping) {
                Thread.yield();
            }
            sleep(80);
            ended++;
        });
        sleeper.start();
        sleeping = true;
        sleep(20);
        while (ended == 0) {
            // neither yields nor sleeps
        }
        System.out.println("the sleeper woke up");
        sleeper.join();
        for (int i = 1; i <= THREADS; i++) {
            Thread thread = new Thread(() -> ended++);
            thread.start();
            while (thread.isAlive()) {
                // as above
            }
        }
        System.out.println("ended " + ended);
    }
}
