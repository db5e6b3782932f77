package org.asterism.ostd.runtime;

import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.NeverInline;
import org.asterism.ostd.unsafe.ObjectLayout;
import org.asterism.ostd.unsafe.ObjectReference;
import org.asterism.ostd.unsafe.ThreadArea;

/**
 * What {@code synchronized}, {@code wait} and {@code notify} compile to. Task context with preemption on; anywhere else they throw
 * {@link IllegalStateException} at once, contended or not.
 *
 * <p>The lock word of an object is 0 when free; {@code owner << 8 | more entries} while one task holds it and nobody else is interested;
 * and with the top bit set the index of a {@link Monitor}, which it stays only as long as somebody holds it or waits.
 */
public final class MonitorSupport {
    private static final int FULL = 1 << 31;
    private static final int MORE_ENTRIES = 0xFF;

    private static RuntimeLock lock;
    private static MonitorTable table;

    private MonitorSupport() {}

    private static long wordOf(Object object) {
        return ObjectReference.toAddress(object) + ObjectLayout.LOCK_WORD;
    }

    private static int self() {
        return Address.loadInt(ThreadArea.current() + ThreadArea.TASK_ID);
    }

    /**
     * Enters the monitor of an object, waiting as long as another task is inside.
     *
     * @param object not null
     * @throws IllegalStateException if preemption is off
     */
    public static void enter(Object object) {
        checkContext(object);
        int self = self();
        long word = wordOf(object);
        if (Address.compareAndSetInt(word, 0, self << 8)) {
            return;
        }
        int state = Address.loadInt(word);
        if (state >>> 8 == self && (state & MORE_ENTRIES) != MORE_ENTRIES && Address.compareAndSetInt(word, state, state + 1)) {
            return;
        }
        enterFull(object, self, 1);
    }

    private static void checkContext(Object object) {
        if (object == null) {
            throw new NullPointerException();
        }
        if (!Preemption.isEnabled()) {
            throw new IllegalStateException("synchronized in atomic context: release the spin lock first, or use one instead");
        }
    }

    /**
     * Leaves the monitor of an object once.
     *
     * @param object not null
     * @throws IllegalMonitorStateException if this task is not inside
     */
    public static void exit(Object object) {
        int self = self();
        long word = wordOf(object);
        int state = Address.loadInt(word);
        while (state >= 0) {
            if (state >>> 8 != self) {
                throw new IllegalMonitorStateException("current thread is not owner");
            }
            int left = (state & MORE_ENTRIES) == 0 ? 0 : state - 1;
            if (Address.compareAndSetInt(word, state, left)) {
                return;
            }
            state = Address.loadInt(word); // somebody made it a full monitor meanwhile
        }
        exitFull(word, self);
    }

    private static void prepare() {
        if (table == null) {
            RuntimeLock fresh = new RuntimeLock(); // the first competition, or the first wait of the only task
            MonitorTable freshTable = new MonitorTable(fresh);
            Preemption.disable();
            if (table == null) {
                lock = fresh;
                table = freshTable;
            }
            Preemption.enable();
        }
    }

    /** Enters by way of the full monitor, as many times at once as asked. */
    @NeverInline
    private static void enterFull(Object object, int self, int times) {
        prepare();
        long word = wordOf(object);
        Waiter waiter = new Waiter(ThreadArea.current());
        Monitor spare = table.take();
        while (true) {
            lock.acquire();
            Monitor monitor = fullMonitor(word, spare);
            if (monitor == spare) {
                spare = null;
            }
            boolean entered = monitor.owner == 0 || monitor.owner == self;
            if (entered) {
                monitor.depth = monitor.owner == self ? monitor.depth + times : times;
                monitor.owner = self;
                if (spare != null) {
                    table.give(spare);
                }
            } else {
                monitor.entering.add(waiter);
            }
            lock.release();
            if (entered) {
                return;
            }
            while (!waiter.released) {
                Parking.current().park(Long.MAX_VALUE);
            }
            if (spare == null) {
                spare = table.take();
            }
        }
    }

    /** Under the lock: the full monitor of a word, turning the spare one into it if there is none yet. */
    private static Monitor fullMonitor(long word, Monitor spare) {
        while (true) {
            int state = Address.loadInt(word);
            if (state < 0) {
                return table.at(state & ~FULL);
            }
            spare.owner = state >>> 8;
            spare.depth = state == 0 ? 0 : (state & MORE_ENTRIES) + 1;
            if (Address.compareAndSetInt(word, state, FULL | spare.index)) {
                return spare;
            }
        }
    }

    @NeverInline
    private static void exitFull(long word, int self) {
        lock.acquire();
        Monitor monitor = table.at(Address.loadInt(word) & ~FULL);
        boolean owner = monitor.owner == self;
        if (owner && --monitor.depth == 0) {
            leave(word, monitor);
        }
        lock.release();
        if (!owner) {
            throw new IllegalMonitorStateException("current thread is not owner");
        }
    }

    /** Under the lock: nobody owns the monitor now; wakes the next, or makes the lock word free again. */
    private static void leave(long word, Monitor monitor) {
        monitor.owner = 0;
        monitor.depth = 0;
        if (!monitor.entering.releaseFirst() && monitor.waiting.isEmpty()) {
            Address.storeIntRelease(word, 0);
            table.give(monitor);
        }
    }

    /**
     * {@link Object#wait(long)}.
     *
     * @param object       whose monitor this task is inside
     * @param timeoutNanos after which to stop waiting; {@link Long#MAX_VALUE} for never
     * @return whether it was notified: else the time is over, or the task is asked to give up ({@link ThreadArea#INTERRUPTED})
     * @throws IllegalMonitorStateException if this task is not inside
     */
    public static boolean await(Object object, long timeoutNanos) {
        checkContext(object);
        int self = self();
        prepare();
        long word = wordOf(object);
        Waiter waiter = new Waiter(ThreadArea.current());
        Monitor spare = table.take();
        lock.acquire();
        Monitor monitor = fullMonitor(word, spare);
        boolean used = monitor == spare;
        int depth = monitor.depth;
        boolean owner = monitor.owner == self;
        if (owner) {
            monitor.waiting.add(waiter);
            leave(word, monitor);
        } else if (used) {
            restore(word, monitor);
        }
        if (!used) {
            table.give(spare);
        }
        lock.release();
        if (!owner) {
            throw new IllegalMonitorStateException("current thread is not owner");
        }
        sleep(waiter, timeoutNanos);
        lock.acquire();
        boolean notified = waiter.released;
        if (!notified) {
            monitor.waiting.remove(waiter); // still in the queue, so the monitor is still this object's
        }
        lock.release();
        enterFull(object, self, depth);
        return notified;
    }

    /** Under the lock: undoes a needless change to the full form. */
    private static void restore(long word, Monitor monitor) {
        Address.storeIntRelease(word, monitor.owner == 0 ? 0 : monitor.owner << 8 | monitor.depth - 1);
        table.give(monitor);
    }

    private static void sleep(Waiter waiter, long timeoutNanos) {
        Parking parking = Parking.current();
        if (timeoutNanos == Long.MAX_VALUE) {
            while (!waiter.released && !isInterrupted()) {
                parking.park(Long.MAX_VALUE);
            }
            return;
        }
        long end = parking.nanoTime() + timeoutNanos;
        long left = timeoutNanos;
        while (!waiter.released && !isInterrupted() && left > 0) {
            parking.park(left);
            left = end - parking.nanoTime();
        }
    }

    private static boolean isInterrupted() {
        return Address.loadInt(ThreadArea.current() + ThreadArea.INTERRUPTED) != 0;
    }

    /**
     * {@link Object#notify()}.
     *
     * @param object whose monitor this task is inside
     * @throws IllegalMonitorStateException if it is not
     */
    public static void wakeOne(Object object) {
        wake(object, false);
    }

    /**
     * {@link Object#notifyAll()}.
     *
     * @param object whose monitor this task is inside
     * @throws IllegalMonitorStateException if it is not
     */
    public static void wakeAll(Object object) {
        wake(object, true);
    }

    private static void wake(Object object, boolean all) {
        if (!isOwner(object)) {
            throw new IllegalMonitorStateException("current thread is not owner");
        }
        long word = wordOf(object);
        if (Address.loadInt(word) >= 0) {
            return; // nobody waits in a lock without a full monitor
        }
        lock.acquire();
        Monitor monitor = table.at(Address.loadInt(word) & ~FULL);
        boolean woken = monitor.waiting.releaseFirst();
        while (woken && all) {
            woken = monitor.waiting.releaseFirst();
        }
        lock.release();
    }

    /**
     * {@link Thread#holdsLock}.
     *
     * @param object not null
     * @return whether this task is inside its monitor
     */
    public static boolean isOwner(Object object) {
        int state = Address.loadInt(wordOf(object));
        if (state >= 0) {
            return state != 0 && state >>> 8 == self();
        }
        lock.acquire();
        int now = Address.loadInt(wordOf(object));
        boolean owner = now < 0 ? table.at(now & ~FULL).owner == self() : now >>> 8 == self();
        lock.release();
        return owner;
    }

    /**
     * {@link System#identityHashCode}: objects do not move, so the address will do.
     *
     * @param object or null
     * @return 0 for null, else not negative and not 0
     */
    public static int identityHash(Object object) {
        long address = ObjectReference.toAddress(object) >>> 4;
        if (address == 0) {
            return 0;
        }
        long mixed = address * 0x9E37_79B9_7F4A_7C15L;
        return (int) (mixed >>> 33) | 1;
    }
}
