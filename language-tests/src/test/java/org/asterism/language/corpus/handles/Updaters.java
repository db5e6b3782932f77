package org.asterism.language.corpus.handles;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Atomic field updaters would need reflection; a handle does the same for a linked stack. */
public final class Updaters {
    private Updaters() {}

    private static final VarHandle TOP;

    static {
        try {
            TOP = MethodHandles.lookup().findVarHandle(Updaters.class, "top", Node.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private record Node(int value, Node next) {}

    private volatile Node top;

    private void push(int value) {
        Node before;
        do {
            before = top;
        } while (!TOP.compareAndSet(this, before, new Node(value, before)));
    }

    private int pop() {
        while (true) {
            Node before = top;
            if (before == null) {
                return -1;
            }
            if (TOP.compareAndSet(this, before, before.next())) {
                return before.value();
            }
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) throws InterruptedException {
        Updaters stack = new Updaters();
        Thread[] threads = new Thread[3];
        for (int t = 0; t < threads.length; t++) {
            int base = t * 1000;
            threads[t] = new Thread(() -> {
                for (int i = 0; i < 100; i++) {
                    stack.push(base + i);
                    if (i % 25 == 0) {
                        Thread.yield();
                    }
                }
            });
            threads[t].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        long sum = 0;
        int count = 0;
        for (int value = stack.pop(); value >= 0; value = stack.pop()) {
            sum += value;
            count++;
        }
        System.out.println(count + " " + sum);
    }
}
