package org.asterism.language.corpus.monitors;

/** A volatile flag hands data from one thread to another. */
public final class Volatiles {
    private Volatiles() {}

    private static volatile boolean ready;
    private static int data;
    private static volatile long wide;
    private static volatile Object[] published;

    /** Runs it. */
    public static void main(String[] arguments) throws InterruptedException {
        Thread reader = new Thread(() -> {
            while (!ready) {
                Thread.onSpinWait();
                Thread.yield();
            }
            wide = data * 2L;
            published = new Object[] {data, "text"};
        });
        reader.start();
        data = 21;
        ready = true;
        reader.join();
        System.out.println(wide + " " + published[0] + published[1]);
        for (int i = 0; i < 10; i++) {
            wide += i;
            wide <<= 1;
        }
        System.out.println(wide++ + " " + --wide);
    }
}
