package org.asterism.language.corpus.monitors;

/** Monitors are re-entered, held and released to the right depth. */
public final class Reentrance {
    private Reentrance() {}

    private synchronized int recurse(int depth) {
        if (depth == 0) {
            return Thread.holdsLock(this) ? 1 : 0;
        }
        synchronized (this) {
            return recurse(depth - 1) + 1;
        }
    }

    private synchronized void both(Reentrance other) {
        synchronized (other) {
            System.out.println(Thread.holdsLock(this) + " " + Thread.holdsLock(other));
        }
        System.out.println(Thread.holdsLock(this) + " " + Thread.holdsLock(other));
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        Reentrance self = new Reentrance();
        System.out.println(self.recurse(300) + " " + Thread.holdsLock(self));
        self.both(new Reentrance());
        self.both(self);
        int hash = self.hashCode();
        synchronized (self) {
            System.out.println(self.hashCode() == hash);
            Reentrance fresh = new Reentrance();
            synchronized (fresh) {
                int locked = fresh.hashCode();
                System.out.println(fresh.hashCode() == locked);
            }
        }
        System.out.println(self.hashCode() == hash);
        int[] lock = new int[1];
        synchronized (lock) {
            synchronized (lock.getClass()) {
                lock[0]++;
            }
        }
        System.out.println(lock[0]);
    }
}
