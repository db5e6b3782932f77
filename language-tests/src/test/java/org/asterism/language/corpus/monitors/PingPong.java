package org.asterism.language.corpus.monitors;

/** Two threads take turns. */
public final class PingPong {
    private PingPong() {}

    private static boolean ping = true;

    private static void play(Object lock, boolean mine, String word, StringBuilder trace) {
        for (int i = 0; i < 5; i++) {
            synchronized (lock) {
                while (ping != mine) {
                    try {
                        lock.wait();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }
                trace.append(word).append(i).append(' ');
                ping = !mine;
                lock.notify();
            }
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) throws InterruptedException {
        Object lock = new Object();
        StringBuilder trace = new StringBuilder();
        Thread pong = new Thread(() -> play(lock, false, "pong", trace));
        pong.start();
        play(lock, true, "ping", trace);
        pong.join();
        System.out.println(trace);
    }
}
