package org.asterism.ostd.heap;

import org.asterism.ostd.unsafe.Address;

/**
 * A stop-the-world collection: mark from the roots, clear weak references, sweep. Runs in the task that asked, under the heap lock, and
 * allocates nothing.
 */
final class Collector {
    private static final long MARK_STACK_BLOCKS = 2;

    private final BlockPool pool;
    private final RootProvider roots;
    private final PreciseRoots precise;
    private final HeapStatistics statistics;
    private final boolean verify;
    private final AddressStack stack;
    private final WeakReferences weak;
    private final Marker marker;
    private final RootMarker rootMarker;
    private final Sweeper sweeper;
    private final Verifier verifier;

    Collector(HeapMemory memory, BlockTable table, BlockPool pool, RootProvider roots, PreciseRoots precise, ReferenceLayout reference,
            long[] available, HeapOptions options, HeapStatistics statistics) {
        this.pool = pool;
        this.roots = roots;
        this.precise = precise;
        this.statistics = statistics;
        verify = options.verify();
        stack = new AddressStack(memory, MARK_STACK_BLOCKS);
        weak = new WeakReferences(memory, reference);
        marker = new Marker(table, stack, weak);
        rootMarker = new RootMarker(marker);
        sweeper = new Sweeper(pool, available, options.poison());
        verifier = new Verifier(table, reference);
    }

    /** Collects, given the list of all blocks; returns the list of those that are left. */
    long collect(long allBlocks, long stackPointer, boolean clearSoft) {
        long begin = roots.nanoTime();
        roots.stopWorld();
        weak.begin(clearSoft);
        rootMarker.begin();
        markPrecise();
        roots.visitRoots(rootMarker, stackPointer);
        weak.markPending(marker);
        marker.drain(allBlocks);
        weak.clearDead(marker);
        if (verify) {
            verifier.check(allBlocks);
        }
        long kept = sweeper.sweep(allBlocks);
        pool.settle(sweeper.liveBytes());
        stack.shrink();
        roots.resumeWorld();
        statistics.collected(roots.nanoTime() - begin, sweeper.liveBytes(), rootMarker.tasks(), rootMarker.bytes());
        return kept;
    }

    private void markPrecise() {
        for (long slot = precise.slotsStart(); slot < precise.slotsEnd(); slot += 8) {
            marker.markReference(Address.loadLong(slot));
        }
        for (long entry = precise.objectsStart(); entry < precise.objectsEnd(); entry += 8) {
            marker.scan(Address.loadLong(entry));
        }
        long object = precise.arenaStart();
        while (object < precise.arenaEnd()) {
            marker.scan(object);
            object += AllocationRuns.bytesOf(object);
        }
    }

    long takePendingReference() {
        return weak.takePending();
    }

    long markStackOverflows() {
        return marker.overflows();
    }
}
