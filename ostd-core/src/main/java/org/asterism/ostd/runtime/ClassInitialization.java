package org.asterism.ostd.runtime;

import org.asterism.ostd.effect.BoundedRecursion;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.AssemblySymbol;
import org.asterism.ostd.unsafe.ObjectReference;
import org.asterism.ostd.unsafe.StackFrames;
import org.asterism.ostd.unsafe.ThreadArea;

/**
 * Runs class initialisers exactly once (JLS §12.4.2): the first task to come runs it, others wait, and the same task coming again goes
 * on. Task context, preemption on. Compiled code comes here only when a class is not known to be initialised.
 */
public final class ClassInitialization {
    private static RuntimeLock lock;
    /** Initialisations under way, the latest first. Guarded by {@link #lock}. */
    private static Running running;
    /** Initialisations that failed, the latest first. Guarded by {@link #lock}. */
    private static FailedInitialization failed;

    /** One initialisation under way. */
    private static final class Running {
        private final long metadata;
        private final long owner;
        private final WaiterQueue waiting = new WaiterQueue();
        private Running next;

        private Running(long metadata, long owner) {
            this.metadata = metadata;
            this.owner = owner;
        }
    }

    private ClassInitialization() {}

    /** Calls a compiled class initialiser: nothing in, the exception or 0 out. */
    @AssemblySymbol("asterism_call")
    private static native long call(long function);

    /**
     * Makes sure a class is initialised, or being initialised by this very task.
     *
     * @param metadata of the class
     * @throws ExceptionInInitializerError if the initialiser threw an exception that is no {@link Error}
     * @throws NoClassDefFoundError        if it failed before
     * @throws StackOverflowError          if there is no stack left for it, or for one of its superclasses
     */
    @BoundedRecursion(times = 16, because = "a call for each class that another extends")
    public static void initialize(long metadata) {
        if (lock == null) {
            lock = new RuntimeLock(); // the first initialisation, while one task exists
        }
        int state = Address.loadIntAcquire(metadata + ClassMetadata.INITIALIZATION_STATE);
        Running mine = null;
        while (state != ClassMetadata.STATE_INITIALIZED) {
            if (state == ClassMetadata.STATE_FAILED) {
                throw FailedInitialization.error(metadata, findFailed(metadata));
            }
            if (state == ClassMetadata.STATE_RUNNING) {
                if (ownedOrAwaited(metadata)) {
                    return;
                }
            } else {
                if (mine == null) {
                    mine = new Running(metadata, ThreadArea.current());
                }
                checkStack();
                if (begin(mine)) {
                    run(mine);
                    return;
                }
            }
            state = Address.loadIntAcquire(metadata + ClassMetadata.INITIALIZATION_STATE);
        }
    }

    /** Hierarchies can be deeper than the bounds stated here. */
    private static void checkStack() {
        if (StackFrames.framePointer() < Address.loadLong(ThreadArea.current() + ThreadArea.STACK_LIMIT)) {
            throw (Error) ExceptionSupport.stackOverflow();
        }
    }

    private static boolean begin(Running mine) {
        lock.acquire();
        boolean first = Address.compareAndSetInt(mine.metadata + ClassMetadata.INITIALIZATION_STATE, ClassMetadata.STATE_UNINITIALIZED, ClassMetadata.STATE_RUNNING);
        if (first) {
            mine.next = running;
            running = mine;
        }
        lock.release();
        return first;
    }

    /** True if this task runs the initialiser itself; otherwise waits until it may have ended. */
    private static boolean ownedOrAwaited(long metadata) {
        long area = ThreadArea.current();
        Waiter waiter = new Waiter(area);
        lock.acquire();
        Running other = find(metadata);
        boolean owned = other != null && other.owner == area;
        if (other != null && !owned) {
            other.waiting.add(waiter);
        }
        lock.release();
        if (other == null || owned) {
            return owned;
        }
        while (!waiter.released) {
            Parking.current().park(Long.MAX_VALUE);
        }
        return false;
    }

    private static Running find(long metadata) {
        Running r = running;
        while (r != null && r.metadata != metadata) {
            r = r.next;
        }
        return r;
    }

    private static FailedInitialization findFailed(long metadata) {
        lock.acquire();
        FailedInitialization f = failed;
        while (f != null && f.metadata != metadata) {
            f = f.next;
        }
        lock.release();
        return f;
    }

    private static void run(Running mine) {
        Throwable failure = null;
        try {
            long superclass = Address.loadLong(mine.metadata + ClassMetadata.SUPERCLASS);
            if (superclass != 0) {
                initialize(superclass);
            }
            for (int i = 0; i < ClassObjects.initializedInterfaceCount(mine.metadata); i++) {
                initialize(ClassObjects.initializedInterfaceAt(mine.metadata, i));
            }
            long initializer = Address.loadLong(mine.metadata + ClassMetadata.INITIALIZER);
            if (initializer != 0) {
                // SAFETY: the compiler put the address of the class's initialiser there; what it returns is an exception or null.
                failure = ObjectReference.fromAddress(call(initializer));
            }
        } catch (Throwable thrown) {
            failure = thrown;
        }
        if (failure == null) {
            end(mine, ClassMetadata.STATE_INITIALIZED, null);
            return;
        }
        end(mine, ClassMetadata.STATE_FAILED, FailedInitialization.of(mine.metadata, failure));
        if (failure instanceof Error error) {
            throw error;
        }
        throw new ExceptionInInitializerError(failure);
    }

    private static void end(Running mine, int state, FailedInitialization failure) {
        lock.acquire();
        if (failure != null) {
            failure.next = failed;
            failed = failure;
        }
        Address.storeIntRelease(mine.metadata + ClassMetadata.INITIALIZATION_STATE, state);
        if (running == mine) {
            running = mine.next;
        } else {
            Running before = running;
            while (before.next != mine) {
                before = before.next;
            }
            before.next = mine.next;
        }
        while (mine.waiting.releaseFirst()) {
            continue;
        }
        lock.release();
    }
}
