package org.asterism.language.corpus.monitors;

/** Thread-locals, inherited by nobody, with initial values. */
public final class ThreadLocals {
    private ThreadLocals() {}

    private static final ThreadLocal<Integer> COUNT = ThreadLocal.withInitial(() -> 10);
    private static final ThreadLocal<String> NAME = new ThreadLocal<>();

    /** Runs it. */
    public static void main(String[] arguments) throws InterruptedException {
        COUNT.set(COUNT.get() + 1);
        NAME.set("main");
        String[] seen = new String[3];
        Thread[] threads = new Thread[3];
        for (int i = 0; i < 3; i++) {
            int index = i;
            threads[i] = new Thread(() -> {
                COUNT.set(COUNT.get() + index * 100);
                seen[index] = NAME.get() + " " + COUNT.get();
                NAME.set("thread");
                COUNT.remove();
                seen[index] += " " + COUNT.get();
            });
            threads[i].start();
        }
        for (int i = 0; i < 3; i++) {
            threads[i].join();
            System.out.println(seen[i]);
        }
        System.out.println(NAME.get() + COUNT.get());
        NAME.remove();
        System.out.println(NAME.get());
    }
}
