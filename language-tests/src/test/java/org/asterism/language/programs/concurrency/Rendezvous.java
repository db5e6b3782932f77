package org.asterism.language.programs.concurrency;

/** A place where all tasks wait for the last one, again and again. */
final class Rendezvous {
    private int waiting;
    private int round;

    /** Returns when every task has called it once more. */
    synchronized void await() throws InterruptedException {
        int mine = round;
        if (++waiting == Workers.TASKS) {
            waiting = 0;
            round++;
            notifyAll();
        }
        while (round == mine) {
            wait();
        }
    }
}
