package org.asterism.ostd.host;

import java.util.Map;
import java.util.TreeMap;
import org.asterism.ostd.spi.Timers;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.time.Timer;

/**
 * The clock and the timer queue. Virtual time moves when a test says so, when every task sleeps (to the next deadline), and a
 * little with each thing that costs time; real time is the JVM's.
 */
final class HostClock implements Timers {
    private final HostMachine machine;
    private final boolean real;
    private final long startNanos = System.nanoTime();
    private final TreeMap<Key, Timer> armed = new TreeMap<>();
    private long virtualNanos = 1_000_000;
    private long sequence;

    HostClock(HostMachine machine, boolean real) {
        this.machine = machine;
        this.real = real;
    }

    /** When a timer fires; timers with the same deadline fire in the order they were armed. */
    private record Key(long deadlineNanos, long sequence) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int order = Long.compare(deadlineNanos, other.deadlineNanos);
            return order != 0 ? order : Long.compare(sequence, other.sequence);
        }
    }

    boolean isReal() {
        return real;
    }

    @Override
    public long monotonicNanos() {
        return real ? System.nanoTime() - startNanos + 1 : virtualNanos;
    }

    /** Moves virtual time; does nothing to real time. */
    void spend(long nanos) {
        virtualNanos += nanos;
    }

    /** Moves virtual time forward to a moment, if it is not past it. */
    void advanceTo(long nanos) {
        virtualNanos = Math.max(virtualNanos, nanos);
    }

    @Override
    public Object newState(Timer timer) {
        return null;
    }

    @Override
    public void arm(Timer timer, long deadlineNanos) {
        cancel(timer);
        Key key = new Key(deadlineNanos, sequence++);
        timer.setMachineState(machine, key);
        armed.put(key, timer);
    }

    @Override
    public boolean cancel(Timer timer) {
        Object key = timer.machineState(machine);
        timer.setMachineState(machine, null);
        return key != null && armed.remove(key) != null;
    }

    /** The next moment at which a timer fires. */
    long nextDeadline() {
        return armed.isEmpty() ? Task.NO_DEADLINE : armed.firstKey().deadlineNanos();
    }

    /** Takes a timer whose deadline has passed out of the queue; null if there is none. */
    Timer takeDue() {
        Map.Entry<Key, Timer> first = armed.firstEntry();
        if (first == null || first.getKey().deadlineNanos() > monotonicNanos()) {
            return null;
        }
        armed.remove(first.getKey());
        first.getValue().setMachineState(machine, null);
        return first.getValue();
    }
}
