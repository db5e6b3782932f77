package org.asterism.ostd.mm;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import org.asterism.ostd.log.Log;
import org.asterism.ostd.spi.FrameMemory;
import org.asterism.ostd.spi.Ostd;
import org.asterism.ostd.sync.SpinLock;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.time.Clock;

/**
 * Gives back what handles own that were lost without {@code close()}: the next time somebody makes a handle after a collection has found them, or
 * asks for a collection. A backstop for bugs, which it reports; closing stays the rule, takes a few loads and stores and allocates nothing.
 *
 * <p>Works like {@link java.lang.ref.Cleaner}, without a thread. Claims are in a list, so that they outlive their handles; the lock guards it.
 */
final class HandleBackstop {
    private static final long REPORT_NANOS = 1_000_000_000L;
    private static final HandleBackstop INSTANCE = new HandleBackstop();

    private final ReferenceQueue<Object> lost = new ReferenceQueue<>();
    private final SpinLock lock = new SpinLock();
    private HandleClaim first;
    private volatile long seenCollections;
    private long lastReport = -REPORT_NANOS;
    private long unreported;

    private HandleBackstop() {}

    /** Remembers what a new handle owns: one frame, or the pages of a table if that is not null. */
    static HandleClaim claim(Object handle, FrameMemory memory, long frame, Object table) {
        HandleClaim claim = INSTANCE.newClaim(handle, memory, frame, table);
        try (var held = INSTANCE.lock.lock()) {
            INSTANCE.link(claim);
        }
        return claim;
    }

    /** Forgets a claim: its handle was closed or consumed. */
    static void settle(HandleClaim claim) {
        claim.clear();
        try (var held = INSTANCE.lock.lock()) {
            INSTANCE.unlink(claim);
        }
    }

    /** Gives back what handles owned that collections have found lost. */
    static void reclaim() {
        INSTANCE.giveBackLost();
    }

    private HandleClaim newClaim(Object handle, FrameMemory memory, long frame, Object pages) {
        long collections = MemoryStatistics.heap(HeapFigure.COLLECTIONS);
        if (collections != seenCollections && !Ostd.machine().tasks().isAtomic()) {
            seenCollections = collections;
            giveBackLost();
        }
        Task task = Ostd.machine().tasks().current();
        return new HandleClaim(handle, lost, memory, frame, pages, task == null ? "boot" : task.name());
    }

    private void link(HandleClaim claim) {
        claim.next = first;
        if (first != null) {
            first.previous = claim;
        }
        first = claim;
    }

    private void unlink(HandleClaim claim) {
        if (claim.previous == null) {
            if (first == claim) {
                first = claim.next;
            }
        } else {
            claim.previous.next = claim.next;
        }
        if (claim.next != null) {
            claim.next.previous = claim.previous;
        }
        claim.next = null;
        claim.previous = null;
    }

    private void giveBackLost() {
        HandleClaim example = null;
        int count = 0;
        for (Reference<?> found = lost.poll(); found != null; found = lost.poll()) {
            HandleClaim claim = (HandleClaim) found;
            try (var held = lock.lock()) {
                unlink(claim);
            }
            if (claim.memory == Ostd.machine().frames()) {
                claim.giveBack();
                example = claim;
                count++;
            }
        }
        if (example != null) {
            report(example, count);
        }
    }

    private void report(HandleClaim example, int count) {
        unreported += count;
        long now = Clock.monotonicNanos();
        if (now - lastReport >= REPORT_NANOS) {
            lastReport = now;
            Log.warning("lost without close() and given back: " + example.description() + (unreported == 1 ? "" : " and " + (unreported - 1) + " more"));
            unreported = 0;
        }
    }
}
