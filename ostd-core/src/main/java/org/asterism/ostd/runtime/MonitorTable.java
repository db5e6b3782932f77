package org.asterism.ostd.runtime;

/**
 * All full monitors, found by the index in an object's lock word. A monitor is unused, in use, or taken by a task that is about to use
 * it. Grows, never shrinks.
 */
final class MonitorTable {
    private final RuntimeLock lock;
    private Monitor[] monitors = new Monitor[64];
    private int count;
    private Monitor firstFree;

    MonitorTable(RuntimeLock lock) {
        this.lock = lock;
    }

    /** The monitor of an index. Under the lock. */
    Monitor at(int index) {
        return monitors[index];
    }

    /** Takes an unused monitor, making one if need be. Allocates, so not under the lock. */
    Monitor take() {
        while (true) {
            lock.acquire();
            Monitor free = firstFree;
            Monitor[] table = monitors;
            int index = count;
            if (free != null) {
                firstFree = free.nextFree;
            }
            lock.release();
            if (free != null) {
                return free;
            }
            Monitor fresh = new Monitor(index);
            Monitor[] larger = index < table.length ? table : copyOf(table);
            lock.acquire();
            boolean added = monitors == table && count == index;
            if (added) {
                monitors = larger;
                larger[index] = fresh;
                count++;
            }
            lock.release();
            if (added) {
                return fresh;
            }
        }
    }

    private static Monitor[] copyOf(Monitor[] table) {
        Monitor[] larger = new Monitor[table.length * 2];
        for (int i = 0; i < table.length; i++) {
            larger[i] = table[i];
        }
        return larger;
    }

    /** Gives an unused monitor back. Under the lock. */
    void give(Monitor monitor) {
        monitor.nextFree = firstFree;
        firstFree = monitor;
    }
}
