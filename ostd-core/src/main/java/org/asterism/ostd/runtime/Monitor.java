package org.asterism.ostd.runtime;

/** The full form of an object's lock, in use while tasks compete for it or wait in it. Guarded by the monitor lock. */
final class Monitor {
    /** Where the table holds it; part of the object's lock word. */
    final int index;
    /** Task identity of the owner, 0 if nobody. */
    int owner;
    /** How often the owner entered. */
    int depth;
    /** Tasks that want to enter. */
    final WaiterQueue entering = new WaiterQueue();
    /** Tasks inside {@code Object.wait}. */
    final WaiterQueue waiting = new WaiterQueue();
    /** The next unused monitor. */
    Monitor nextFree;

    Monitor(int index) {
        this.index = index;
    }
}
