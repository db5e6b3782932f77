package org.asterism.language.corpus.monitors;

/** wait and notify without the monitor are refused. */
public final class IllegalStates {
    private IllegalStates() {}

    /** Runs it. */
    public static void main(String[] arguments) throws InterruptedException {
        Object lock = new Object();
        try {
            lock.notify();
        } catch (IllegalMonitorStateException e) {
            System.out.println("notify " + e.getMessage());
        }
        try {
            lock.notifyAll();
        } catch (IllegalMonitorStateException e) {
            System.out.println("notifyAll " + e.getMessage());
        }
        try {
            lock.wait();
        } catch (IllegalMonitorStateException e) {
            System.out.println("wait " + e.getMessage());
        }
        try {
            synchronized (lock) {
                lock.wait(-1);
            }
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        synchronized (lock) {
            lock.notify();
            lock.notifyAll();
            lock.wait(1);
            lock.wait(0, 1000);
        }
        System.out.println("held " + Thread.holdsLock(lock));
        try {
            Thread.holdsLock(null);
        } catch (NullPointerException e) {
            System.out.println("null");
        }
        Thread thread = new Thread(() -> System.out.println("ran"));
        thread.start();
        thread.join();
        try {
            thread.start();
        } catch (IllegalThreadStateException e) {
            System.out.println("started twice");
        }
    }
}
