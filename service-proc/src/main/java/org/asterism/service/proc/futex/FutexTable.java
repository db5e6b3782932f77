package org.asterism.service.proc.futex;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.memory.AddressSpace;
import org.asterism.ostd.mm.UserMemory;
import org.asterism.ostd.sync.SpinLock;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.task.TaskLocal;
import org.asterism.ostd.time.Clock;
import org.asterism.service.proc.process.ProgramThread;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** All sleepers on words of user memory. */
@Component(service = FutexTable.class)
public final class FutexTable {
    /** Bits that every sleeper has. */
    public static final int ALL_BITS = -1;
    private static final int BUCKETS = 64;
    private static final TaskLocal<FutexWaiter> WAITER = new TaskLocal<>(FutexWaiter::new);
    /** The words of a call that wakes. */
    private static final TaskLocal<FutexKey> FIRST = new TaskLocal<>(FutexKey::new);
    private static final TaskLocal<FutexKey> SECOND = new TaskLocal<>(FutexKey::new);

    private final FutexBucket[] buckets = new FutexBucket[BUCKETS];

    /** How a sleep ended. */
    public enum Outcome {
        /** Somebody woke the sleeper. */
        WOKEN,
        /** The word had another value. */
        CHANGED,
        /** The deadline passed. */
        TIMED_OUT,
        /** A signal came. */
        INTERRUPTED
    }

    /** Makes an empty table. */
    @Activate
    public FutexTable() {
        for (int i = 0; i < BUCKETS; i++) {
            buckets[i] = new FutexBucket(i);
        }
    }

    private FutexBucket bucket(FutexKey key) {
        return buckets[key.spread() & BUCKETS - 1];
    }

    private static FutexKey set(FutexKey key, AddressSpace space, long address, boolean onlyThisSpace) throws KernelException {
        if ((address & 3) != 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        key.set(space, address, onlyThisSpace);
        return key;
    }

    /**
     * Sleeps if a word has a value.
     *
     * @param thread the current one
     * @param address of the word
     * @param onlyThisSpace whether no other process means the word
     * @param expected the value
     * @param bits what wakes the sleeper, not 0
     * @param deadlineNanos monotonic
     * @return how it ended
     * @throws KernelException {@code EFAULT}, {@code EINVAL}
     */
    public Outcome await(ProgramThread thread, long address, boolean onlyThisSpace, int expected, int bits,
            long deadlineNanos) throws KernelException {
        FutexWaiter waiter = WAITER.get();
        FutexBucket bucket = bucket(set(waiter.key, thread.addressSpace(), address, onlyThisSpace));
        waiter.bits = bits;
        waiter.woken = false;
        try (var held = bucket.lock.lock()) {
            bucket.add(waiter);
        }
        // in the queue before the word is read: a waker that changes the word later finds the sleeper
        long value = loadOrLeave(address, waiter);
        if (value < 0) {
            leave(waiter);
            throw KernelException.of(Errno.EFAULT);
        }
        if ((int) value != expected) {
            return leave(waiter) ? Outcome.WOKEN : Outcome.CHANGED;
        }
        while (!waiter.woken) {
            if (thread.isInterrupted()) {
                return leave(waiter) ? Outcome.WOKEN : Outcome.INTERRUPTED;
            }
            if (deadlineNanos != Task.NO_DEADLINE && Clock.monotonicNanos() >= deadlineNanos) {
                return leave(waiter) ? Outcome.WOKEN : Outcome.TIMED_OUT;
            }
            Task.parkUntil(deadlineNanos);
        }
        return Outcome.WOKEN;
    }

    /** Reads the word; without memory for its page, nobody waits. */
    private static long loadOrLeave(long address, FutexWaiter waiter) {
        try {
            return UserMemory.loadInt(address);
        } catch (OutOfMemoryError exhausted) {
            leave(waiter);
            throw exhausted;
        }
    }

    /** Takes a sleeper out of whichever bucket it is in by now; tells whether it had been woken. */
    private static boolean leave(FutexWaiter waiter) {
        while (!waiter.woken) {
            FutexBucket bucket = waiter.bucket;
            if (bucket == null) {
                continue;
            }
            try (var held = bucket.lock.lock()) {
                if (waiter.bucket == bucket) {
                    bucket.remove(waiter);
                    return waiter.woken;
                }
            }
        }
        return true;
    }

    /**
     * Wakes sleepers.
     *
     * @param space whose address it is
     * @param address of the word
     * @param onlyThisSpace whether no other process means the word
     * @param most how many at most
     * @param bits only those with one of these bits
     * @return how many
     * @throws KernelException {@code EINVAL}
     */
    public int wake(AddressSpace space, long address, boolean onlyThisSpace, int most, int bits) throws KernelException {
        FutexKey key = set(FIRST.get(), space, address, onlyThisSpace);
        FutexBucket bucket = bucket(key);
        try (var held = bucket.lock.lock()) {
            return bucket.wake(key, most, bits);
        }
    }

    /**
     * Wakes some sleepers and makes others wait for another word.
     *
     * @param space whose addresses they are
     * @param from the first word
     * @param to the other word
     * @param onlyThisSpace whether no other process means the words
     * @param wake how many to wake at most
     * @param move how many to move at most
     * @param compare whether the first word must have a value
     * @param expected the value
     * @return how many were woken or moved
     * @throws KernelException {@code EAGAIN} if the value differs, {@code EFAULT}, {@code EINVAL}
     */
    public int requeue(AddressSpace space, long from, long to, boolean onlyThisSpace, int wake, int move, boolean compare,
            int expected) throws KernelException {
        FutexKey fromKey = set(FIRST.get(), space, from, onlyThisSpace);
        FutexKey toKey = set(SECOND.get(), space, to, onlyThisSpace);
        FutexBucket source = bucket(fromKey);
        FutexBucket target = bucket(toKey);
        while (true) {
            try (var held = lower(source, target).lock()) {
                try (var other = upper(source, target)) {
                    // with preemption off a missing page is not brought in: −1 then
                    long value = compare ? UserMemory.loadInt(from) : 0;
                    if (value >= 0) {
                        if (compare && (int) value != expected) {
                            throw KernelException.of(Errno.EAGAIN);
                        }
                        int woken = source.wake(fromKey, wake, ALL_BITS);
                        return woken + source.move(fromKey, toKey, target, move);
                    }
                }
            }
            if (UserMemory.loadInt(from) < 0) {
                throw KernelException.of(Errno.EFAULT);
            }
        }
    }

    private static SpinLock lower(FutexBucket one, FutexBucket other) {
        return one.index <= other.index ? one.lock : other.lock;
    }

    /** Locks the other bucket, if there is one. */
    private static SpinLock upper(FutexBucket one, FutexBucket other) {
        if (one == other) {
            return null;
        }
        return one.index <= other.index ? other.lock.lock() : one.lock.lock();
    }
}
