package org.asterism.ostd.heap;

import org.asterism.ostd.mm.HeapStatistics;
import org.asterism.ostd.runtime.Preemption;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.ObjectLayout;
import org.asterism.ostd.unsafe.PreemptionOff;
import org.asterism.ostd.unsafe.PreemptionOn;
import org.asterism.ostd.unsafe.ThreadArea;
import org.asterism.ostd.unsafe.Words;

/**
 * One object heap: gives tasks runs of cells and large objects, and begins to collect before it has grown to its target. A collection is made of steps;
 * a task that allocates does some in proportion, one that must have a result does them all, and between two of them others run.
 * Everything is done under one spin lock with preemption off, so that interrupts may come anywhere, but a step only between two calls.
 */
public final class ObjectHeap {
    /** A task takes at most this many bytes at once, so that many tasks do not hold much each. */
    private static final int RUN_BYTES = 4096;
    /** Allocating a byte while a collection is under way pays for one unit of it in so many, ... */
    private static final int BYTES_PER_UNIT = 2;
    /** ... in steps of at most so many units: some 100 microseconds. */
    private static final long STEP_UNITS = 4096;
    /** A task that finds no free cell sweeps so much, so many times, before it takes a new block. */
    private static final long SWEEP_UNITS = 512;
    private static final int MOST_SWEEPS = 8;
    /** Parts of a collection that are done with registers saved. */
    private static final int PART_START = 0;
    private static final int PART_FINISH = 1;

    private final HeapMemory memory;
    private final RootProvider roots;
    private final HeapOptions options;
    private final BlockTable table;
    private final BlockPool pool;
    private final StoreBarrier barrier;
    private final Collector collector;
    private final SpinLock lock;
    /** Blocks with free cells, a list for each size class. */
    private final long[] available = new long[SizeClasses.COUNT];
    private final HeapStatistics statistics = new HeapStatistics();
    private long allBlocks;
    private int sinceStress;
    /** Units of the collection under way that allocation has yet to pay. */
    private long debt;
    /** Whether the next collection clears soft references. */
    private boolean clearSoft;

    /**
     * A heap that holds nothing yet.
     *
     * @param memory    where blocks come from
     * @param roots     shows stacks
     * @param precise   shows slots and objects outside the heap, and the flag of the store barrier
     * @param reference where {@code java.lang.ref} keeps what
     * @param options   sizes and stress settings
     * @throws IllegalStateException if the memory has no room for the side tables
     */
    public ObjectHeap(HeapMemory memory, RootProvider roots, PreciseRoots precise, ReferenceLayout reference, HeapOptions options) {
        this.memory = memory;
        this.roots = roots;
        this.options = options;
        table = new BlockTable(memory);
        pool = new BlockPool(memory, table, options.minimumBytes());
        lock = new SpinLock(memory);
        barrier = new StoreBarrier(memory, table, precise.markingFlag());
        collector = new Collector(memory, table, pool, barrier, roots, precise, reference, available, options, statistics);
    }

    /** Takes the heap's minimum from memory at once and keeps it, so that used memory tells what is in use. */
    public void reserveMinimum() {
        Preemption.disable();
        lock.acquire();
        try {
            pool.reserveMinimum();
        } finally {
            lock.release();
            Preemption.enable();
        }
    }

    /**
     * Allocates what the task's runs could not.
     *
     * @param area     control area of the running task
     * @param bytes    of the object, a multiple of 16
     * @param metadata its class pointer
     * @param length   its array length, 0 for an instance
     * @return the object's address, or 0 if there is no memory even after a collection
     */
    public long allocate(long area, long bytes, long metadata, int length) {
        if (options.isStress() && Preemption.isEnabled()) {
            stress();
        }
        if (FaultInjection.isDue(area)) {
            return 0;
        }
        if (bytes > SizeClasses.LARGEST) {
            return allocateLarge(area, bytes, metadata, length);
        }
        int sizeClass = SizeClasses.of(bytes);
        long object = AllocationRuns.tryAllocate(area, sizeClass, metadata, length);
        while (object == 0) {
            if (!refill(area, sizeClass)) {
                return 0;
            }
            object = AllocationRuns.tryAllocate(area, sizeClass, metadata, length);
        }
        return object;
    }

    @PreemptionOn
    private void stress() {
        if (options.collectEvery() != 0 && ++sinceStress >= options.collectEvery()) {
            sinceStress = 0;
            collect(HeapStatistics.CAUSE_REQUEST);
        }
        if (options.stepUnits() != 0) {
            step(options.stepUnits(), HeapStatistics.CAUSE_REQUEST);
        }
    }

    private boolean refill(long area, int sizeClass) {
        if (Preemption.isEnabled()) {
            pay(RUN_BYTES);
        }
        if (takeRun(area, sizeClass, false)) {
            return true;
        }
        if (Preemption.isEnabled()) {
            boolean last = collectFor(1);
            if (takeRun(area, sizeClass, false)) {
                return true;
            }
            if (!last) {
                collectAll();
            }
        }
        return takeRun(area, sizeClass, mayUseReserve(area));
    }

    /** What no program can be told about, and what cannot wait for a collection, may use up the reserve. */
    private static boolean mayUseReserve(long area) {
        return Address.loadInt(area + ThreadArea.FALLIBLE) == 0 || !Preemption.isEnabled();
    }

    /** Collects because the memory did not give some blocks; returns whether that was the last resort, at the limit. */
    @PreemptionOn
    private boolean collectFor(long blocks) {
        boolean last = pool.isBeyondLimit(blocks);
        collect(last ? HeapStatistics.CAUSE_LAST_RESORT : HeapStatistics.CAUSE_ALLOCATION);
        return last;
    }

    /** Collects once more, soft references too. */
    @PreemptionOn
    private void collectAll() {
        collect(HeapStatistics.CAUSE_LAST_RESORT);
    }

    /** Does what an allocation owes to the collection under way; begins one when the heap has grown close to its target, and ends it when it grew far beyond. */
    @PreemptionOn
    private void pay(long bytes) {
        if (pool.isFarBeyondTarget()) {
            collect(HeapStatistics.CAUSE_ALLOCATION);
        } else if (collector.phase() != Collector.IDLE) {
            debt += bytes / BYTES_PER_UNIT;
            long units = Words.min(debt, STEP_UNITS);
            debt -= units;
            step(units, HeapStatistics.CAUSE_ALLOCATION);
        } else if (pool.isCloseToTarget(bytes + HeapMemory.BLOCK_BYTES - 1 >>> 15)) {
            debt = 0;
            step(STEP_UNITS, HeapStatistics.CAUSE_ALLOCATION);
        }
    }

    private boolean takeRun(long area, int sizeClass, boolean mayUseReserve) {
        int cellBytes = SizeClasses.cellBytes(sizeClass);
        boolean single = options.isStress() || FaultInjection.isSet(area);
        int most = single ? 1 : (int) Words.max(1, RUN_BYTES / cellBytes);
        lock.acquire();
        try {
            long first = findFree(sizeClass, most);
            for (int i = 0; first == 0 && i < MOST_SWEEPS && collector.phase() == Collector.SWEEPING; i++) {
                allBlocks = collector.sweep(allBlocks, SWEEP_UNITS);
                first = findFree(sizeClass, most);
            }
            if (first == 0) {
                if (!addBlock(sizeClass, mayUseReserve)) {
                    return false;
                }
                first = findFree(sizeClass, most);
            }
            long limit = Block.of(first) + Block.FIRST_CELL + (long) Address.loadInt(Block.of(first) + Block.SEARCH) * cellBytes;
            Address.fillWords(first, limit - first, 0);
            collector.keep(first, limit, cellBytes);
            AllocationRuns.install(area, sizeClass, first, limit);
            count(area, limit - first);
            return true;
        } finally {
            lock.release();
        }
    }

    private void count(long area, long bytes) {
        long counter = area + ThreadArea.ALLOCATED_BYTES;
        Address.storeLong(counter, Address.loadLong(counter) + bytes);
        statistics.allocated(bytes);
    }

    /** Finds consecutive free cells, sets their allocation bits, and leaves the block's search position behind them. */
    private long findFree(int sizeClass, int most) {
        for (long block = available[sizeClass]; block != 0; block = Address.loadLong(block + Block.NEXT_AVAILABLE)) {
            int cells = Address.loadInt(block + Block.CELLS);
            int first = Address.loadInt(block + Block.SEARCH);
            while (first < cells && Block.isAllocated(Block.cell(block, first))) {
                first++;
            }
            if (first < cells) {
                int limit = (int) Words.min(Block.nextAllocated(block, first), (long) first + most);
                Block.setAllocated(block, first, limit);
                Address.storeInt(block + Block.SEARCH, limit);
                available[sizeClass] = block;
                return Block.cell(block, first);
            }
        }
        available[sizeClass] = 0;
        return 0;
    }

    private boolean addBlock(int sizeClass, boolean mayUseReserve) {
        long block = pool.take(1, mayUseReserve);
        if (block == 0) {
            return false;
        }
        Block.formatSmall(block, sizeClass);
        link(block);
        available[sizeClass] = block;
        return true;
    }

    private void link(long block) {
        Address.storeLong(block + Block.NEXT, allBlocks);
        allBlocks = block;
    }

    private long allocateLarge(long area, long bytes, long metadata, int length) {
        long blocks = bytes + Block.FIRST_CELL + HeapMemory.BLOCK_BYTES - 1 >>> 15;
        long object = 0;
        if (Preemption.isEnabled()) {
            pay(bytes);
            object = takeLarge(area, blocks, metadata, length, false);
            boolean last = object == 0 && collectFor(blocks);
            if (object == 0) {
                object = takeLarge(area, blocks, metadata, length, false);
            }
            if (object == 0 && !last) {
                collectAll();
            }
        }
        return object != 0 ? object : takeLarge(area, blocks, metadata, length, mayUseReserve(area));
    }

    private long takeLarge(long area, long blocks, long metadata, int length, boolean mayUseReserve) {
        lock.acquire();
        try {
            long run = pool.take(blocks, mayUseReserve);
            if (run == 0) {
                return 0;
            }
            Block.formatLarge(run, blocks);
            long object = run + Block.FIRST_CELL;
            Address.fillWords(object, blocks * HeapMemory.BLOCK_BYTES - Block.FIRST_CELL, 0);
            Address.storeInt(object + ObjectLayout.ARRAY_LENGTH, length);
            Address.storeLong(object + ObjectLayout.CLASS_POINTER, metadata);
            Address.releaseFence();
            Block.setAllocated(object);
            collector.keep(object, object + 16, 16);
            link(run);
            count(area, blocks * HeapMemory.BLOCK_BYTES);
            return object;
        } finally {
            lock.release();
        }
    }

    /**
     * Collects: does the rest of a collection that is under way, and all of one that begins now; a task that only looks for memory is content with
     * the former. Others may run meanwhile.
     *
     * @param cause one of the {@code HeapStatistics.CAUSE_} constants
     */
    public void collect(int cause) {
        boolean joins = cause == HeapStatistics.CAUSE_ALLOCATION && collector.phase() != Collector.IDLE;
        long wanted = collector.started() + (joins ? 0 : 1);
        if (cause == HeapStatistics.CAUSE_LAST_RESORT) {
            clearSoft = true;
        }
        while (!isDone(wanted)) {
            step(STEP_UNITS, cause);
        }
    }

    private boolean isDone(long wanted) {
        return collector.started() > wanted || collector.started() == wanted && collector.phase() == Collector.IDLE;
    }

    /**
     * Does a part of the collection under way, or begins one.
     *
     * @param units about how many references to look at
     * @param cause of the collection, if one begins
     */
    public void step(long units, int cause) {
        lock.acquire();
        try {
            long begin = roots.nanoTime();
            stepLocked(units, cause);
            statistics.stopped(roots.nanoTime() - begin);
        } finally {
            lock.release();
        }
    }

    @PreemptionOff("the heap's lock is held")
    private void stepLocked(long units, int cause) {
        switch (collector.phase()) {
            case Collector.IDLE -> {
                statistics.began(cause);
                roots.collectWithSavedRegisters(this, PART_START);
            }
            case Collector.MARKING -> {
                if (collector.mark(units)) {
                    roots.collectWithSavedRegisters(this, PART_FINISH);
                }
            }
            default -> allBlocks = collector.sweep(allBlocks, units);
        }
    }

    /**
     * The part of a collection that looks at stacks, for {@link RootProvider#collectWithSavedRegisters}.
     *
     * @param stackPointer above which the registers of the collecting task are saved
     * @param part         as given
     */
    public void collectFrom(long stackPointer, int part) {
        if (part == PART_START) {
            collector.start(stackPointer, clearSoft);
            clearSoft = false;
        } else if (collector.finish(allBlocks, stackPointer)) {
            allBlocks = 0;
        }
    }

    /**
     * Tells the collector of a reference that is about to be stored while the marking flag is set; what the one emission point of reference
     * stores does, and code that moves references as words. Any context.
     *
     * @param object an address, or 0
     */
    public void tell(long object) {
        barrier.tell(object);
    }

    /**
     * Whether the collector must be told of stores.
     *
     * @return the marking flag
     */
    public boolean isMarking() {
        return barrier.isOn();
    }

    /**
     * Takes what is left of the allocation runs of a task that ends; its control area may be freed afterwards.
     *
     * @param area of the task, which allocates no more
     */
    public void taskEnded(long area) {
        lock.acquire();
        try {
            AllocationRuns.retire(area);
        } finally {
            lock.release();
        }
    }

    /**
     * Makes one fallible allocation of the running task fail, as if memory were exhausted: fault injection.
     *
     * @param area  of the running task
     * @param count which allocation from now on, from 1; 0 to call it off
     * @return what was left to count before
     */
    public int failAllocation(long area, int count) {
        taskEnded(area); // without runs, every allocation comes here to be counted
        return FaultInjection.set(area, count);
    }

    /**
     * Takes one cleared {@code Reference} that waits to be enqueued.
     *
     * @return its address, or 0 if none waits
     */
    public long takePendingReference() {
        lock.acquire();
        try {
            return collector.takePendingReference();
        } finally {
            lock.release();
        }
    }

    /**
     * The figures of this heap.
     *
     * @return a live view
     */
    public HeapStatistics statistics() {
        return statistics;
    }

    /**
     * Memory the heap holds now, empty blocks it keeps included.
     *
     * @return bytes
     */
    public long heldBytes() {
        return pool.heldBlocks() * HeapMemory.BLOCK_BYTES;
    }

    /**
     * Memory of the heap that is not empty.
     *
     * @return bytes of live and not yet collected objects, and the free cells between them
     */
    public long usedBytes() {
        return pool.usedBlocks() * HeapMemory.BLOCK_BYTES;
    }

    /**
     * What the heap may grow to now.
     *
     * @return bytes
     */
    public long limitBytes() {
        return memory.limitBytes();
    }

    /**
     * How often the mark stack could not grow and the blocks had to be walked again.
     *
     * @return a count
     */
    public long markStackOverflows() {
        return collector.markStackOverflows();
    }
}
