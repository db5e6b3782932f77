package org.asterism.language.corpus.monitors;

/** A bounded buffer by wait and notifyAll. */
public final class ProducerConsumer {
    private ProducerConsumer() {}

    private static final class Buffer {
        private final int[] items = new int[3];
        private int size;

        synchronized void put(int item) throws InterruptedException {
            while (size == items.length) {
                wait();
            }
            items[size++] = item;
            notifyAll();
        }

        synchronized int take() throws InterruptedException {
            while (size == 0) {
                wait();
            }
            int item = items[0];
            System.arraycopy(items, 1, items, 0, --size);
            notifyAll();
            return item;
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) throws InterruptedException {
        Buffer buffer = new Buffer();
        long[] sums = new long[2];
        Thread[] threads = new Thread[4];
        for (int t = 0; t < 2; t++) {
            int index = t;
            threads[t] = new Thread(() -> {
                try {
                    for (int i = 1; i <= 100; i++) {
                        buffer.put(i * (index + 1));
                    }
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            threads[2 + t] = new Thread(() -> {
                try {
                    for (int i = 0; i < 100; i++) {
                        sums[index] += buffer.take();
                    }
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
        for (Thread thread : threads) {
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println(sums[0] + sums[1] + " " + buffer.size);
    }
}
