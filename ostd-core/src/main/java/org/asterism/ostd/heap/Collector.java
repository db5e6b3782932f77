package org.asterism.ostd.heap;

import org.asterism.ostd.mm.HeapStatistics;
/**
 * Collections, in steps between which tasks run: marking begins at all stacks at one moment, goes on in pieces while the store barrier tells of
 * new references, and ends at another moment, when the stacks are looked at again; then blocks are swept, a few at a time. What is
 * allocated meanwhile is marked from the start. Every step runs in the task that asked for it, under the heap lock, and allocates nothing.
 */
final class Collector {
    /** Nothing is under way. */
    static final int IDLE = 0;
    /** Objects are being marked. */
    static final int MARKING = 1;
    /** Blocks are being swept. */
    static final int SWEEPING = 2;

    private static final long MARK_STACK_BLOCKS = 2;
    /** Work that one step does at most while the world is stopped for the end of marking. */
    private static final long FINISH_UNITS = 20_000;
    /** How often marking may fail to end within that, before it ends whatever it takes. */
    private static final int MOST_ATTEMPTS = 8;
    /** What sweeping a block costs, in the units of marking. */
    private static final long BLOCK_UNITS = 32;

    private final RootProvider roots;
    private final HeapStatistics statistics;
    private final boolean verify;
    private final BlockPool pool;
    private final AddressStack stack;
    private final WeakReferences weak;
    private final Marker marker;
    private final StoreBarrier barrier;
    private final ImageMarker imageMarker;
    private final RootMarker rootMarker;
    private final Sweeper sweeper;
    private final Verifier verifier;
    private int phase = IDLE;
    private int attempts;
    private boolean forgot;
    private long started;

    Collector(HeapMemory memory, BlockTable table, BlockPool pool, StoreBarrier barrier, RootProvider roots, PreciseRoots precise, ReferenceLayout reference,
            long[] available, HeapOptions options, HeapStatistics statistics) {
        this.roots = roots;
        this.statistics = statistics;
        this.pool = pool;
        this.barrier = barrier;
        verify = options.verify();
        stack = new AddressStack(memory, MARK_STACK_BLOCKS);
        weak = new WeakReferences(memory, reference);
        marker = new Marker(table, stack, weak);
        imageMarker = new ImageMarker(precise, marker);
        rootMarker = new RootMarker(marker);
        sweeper = new Sweeper(pool, available, options.poison());
        verifier = new Verifier(table, reference);
    }

    /** One of the constants above. */
    int phase() {
        return phase;
    }

    /** Collections begun since the start. */
    long started() {
        return started;
    }

    /** Begins: everything that tasks hold is marked at one moment, and the store barrier watches from then on. */
    void start(long stackPointer, boolean clearSoft) {
        started++;
        attempts = 0;
        forgot = false;
        roots.stopWorld();
        weak.begin(clearSoft);
        barrier.begin();
        imageMarker.begin();
        markStacks(stackPointer);
        phase = MARKING;
        roots.resumeWorld();
    }

    private void markStacks(long stackPointer) {
        rootMarker.begin();
        roots.visitRoots(rootMarker, stackPointer);
    }

    /**
     * Marks on.
     *
     * @param units about how many references to look at
     * @return whether nothing is left to do but {@link #finish}
     */
    boolean mark(long units) {
        forgot |= !barrier.take(marker);
        long left = imageMarker.scan(units);
        marker.drain(left);
        return marker.isIdle() && imageMarker.isDone();
    }

    /**
     * Ends marking, if what the stacks and the barrier bring to light is little: whatever is reachable is marked then.
     *
     * @param allBlocks    the list of all blocks
     * @param stackPointer of the collecting task
     * @return whether marking has ended, and the list now belongs to the sweep
     */
    boolean finish(long allBlocks, long stackPointer) {
        roots.stopWorld();
        forgot |= !barrier.take(marker);
        markStacks(stackPointer);
        weak.markPending(marker);
        marker.drain(FINISH_UNITS);
        boolean done = marker.isIdle() || ++attempts > MOST_ATTEMPTS;
        if (done) {
            complete(allBlocks);
        }
        roots.resumeWorld();
        return done;
    }

    private void complete(long allBlocks) {
        marker.drain(Long.MAX_VALUE);
        while (marker.takeOverflow() | forgot) {
            forgot = false;
            imageMarker.begin();
            imageMarker.scan(Long.MAX_VALUE);
            marker.rescan(allBlocks);
            marker.drain(Long.MAX_VALUE);
        }
        weak.clearDead(marker);
        if (verify) {
            verifier.check(allBlocks);
        }
        barrier.end();
        sweeper.begin(allBlocks);
        phase = SWEEPING;
    }

    /**
     * Sweeps on.
     *
     * @param kept  the list of blocks in use, to which those with live cells return
     * @param units about how much to do
     * @return that list
     */
    long sweep(long kept, long units) {
        long list = sweeper.sweep(kept, units / BLOCK_UNITS + 1);
        if (sweeper.isDone()) {
            pool.settle(sweeper.liveBytes());
            stack.shrink();
            phase = IDLE;
            statistics.collected(sweeper.liveBytes(), rootMarker.tasks(), rootMarker.bytes());
        }
        return list;
    }

    /** Marks the cells of a run that a task takes while marking is under way: what is allocated meanwhile survives. */
    void keep(long first, long limit, int cellBytes) {
        if (phase == MARKING) {
            for (long cell = first; cell != limit; cell += cellBytes) {
                Block.mark(cell);
            }
        }
    }

    long takePendingReference() {
        return weak.takePending();
    }

    long markStackOverflows() {
        return marker.overflows();
    }
}
