package org.asterism.language.corpus.exceptions;

/** Monitors are released when exceptions leave synchronized code. */
public final class WithMonitors {
    private WithMonitors() {}

    private final Object lock = new Object();

    private synchronized int method(int n) {
        return 10 / n;
    }

    private int block(int n) {
        synchronized (lock) {
            synchronized (this) {
                return 10 / n;
            }
        }
    }

    private static synchronized void fails() {
        throw new IllegalStateException("static");
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        WithMonitors self = new WithMonitors();
        for (int n = 0; n < 2; n++) {
            try {
                System.out.println(self.method(n));
            } catch (ArithmeticException e) {
                System.out.println(Thread.holdsLock(self));
            }
            try {
                System.out.println(self.block(n));
            } catch (ArithmeticException e) {
                System.out.println(Thread.holdsLock(self) + " " + Thread.holdsLock(self.lock));
            }
        }
        try {
            fails();
        } catch (IllegalStateException e) {
            System.out.println(Thread.holdsLock(WithMonitors.class));
        }
        synchronized (self.lock) {
            try {
                synchronized (self) {
                    throw new IllegalArgumentException();
                }
            } catch (IllegalArgumentException e) {
                System.out.println(Thread.holdsLock(self) + " " + Thread.holdsLock(self.lock));
            }
        }
    }
}
