package org.asterism.ostd.heap;

import static org.assertj.core.api.Assertions.assertThat;

import org.asterism.ostd.mm.HeapFigure;
import org.asterism.ostd.runtime.Preemption;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.ObjectLayout;
import org.asterism.ostd.unsafe.ThreadArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CollectorTest {
    private static final HeapOptions STRICT = new HeapOptions(1 << 20, 0, true, true);

    private SimulatedWorld world = new SimulatedWorld(512, STRICT);

    @AfterEach
    void release() {
        world.close();
    }

    private long node() {
        return world.instance(world.main(), world.nodeClass);
    }

    @Test
    void objectsOnTheStackSurviveAndOthersAreFreed() {
        long kept = node();
        long lost = node();
        world.main().slot(0, kept);
        world.collect();
        assertThat(SimulatedWorld.exists(kept)).isTrue();
        assertThat(Block.isAllocated(lost)).isFalse();
        assertThat(Address.loadLong(lost)).isEqualTo(Sweeper.POISON);
    }

    @Test
    void fieldsAreFollowed() {
        long first = node();
        long second = node();
        world.store(first + 24, second);
        world.staticSlot(3, first);
        world.collect();
        assertThat(SimulatedWorld.exists(second)).isTrue();
        world.store(first + 24, 0);
        world.collect();
        assertThat(Block.isAllocated(second)).isFalse();
    }

    @Test
    void pointersIntoAnObjectKeepItAndPointersPastItDoNot() {
        long array = world.array(world.main(), world.bytesClass, 100);
        long bytes = SizeClasses.cellBytes(SizeClasses.of(116));
        world.main().slot(5, array + bytes - 1);
        world.collect();
        assertThat(SimulatedWorld.exists(array)).isTrue();
        world.main().slot(5, array + bytes);
        world.collect();
        assertThat(Block.isAllocated(array)).isFalse();
    }

    @Test
    void theEndOfATasksRunKeepsNoNeighbourAlive() {
        long neighbour = node();
        AllocationRuns.install(world.addTask().area, Address.loadInt(Block.of(neighbour) + Block.SIZE_CLASS), neighbour, neighbour);
        world.collect();
        assertThat(Block.isAllocated(neighbour)).isFalse();
    }

    @Test
    void pointersIntoTheMiddleOfALargeObjectKeepIt() {
        long large = world.array(world.main(), world.bytesClass, 300_000);
        world.main().slot(0, large + 250_000);
        world.collect();
        assertThat(SimulatedWorld.exists(large)).isTrue();
    }

    @Test
    void wordsThatAreNoObjectsDoNoHarm() {
        long block = Block.of(node());
        for (int i = 0; i < SimulatedTask.SLOTS; i++) {
            world.main().slot(i, block + i * 16L);
        }
        world.main().slot(1, -1);
        world.main().slot(2, world.memory.rangeStart());
        world.main().slot(3, world.memory.rangeStart() + world.memory.rangeBytes() - 8);
        world.collect();
        assertThat(world.heap.statistics().figure(HeapFigure.COLLECTIONS)).isEqualTo(1);
    }

    @Test
    void aDeadLargeObjectIsReturnedToTheMemory() {
        int before = world.memory.takenBlocks();
        long large = world.array(world.main(), world.bytesClass, 400_000);
        assertThat(large).isNotZero();
        assertThat(world.memory.takenBlocks()).isGreaterThanOrEqualTo(before + 12);
        world.collect();
        assertThat(world.memory.takenBlocks()).isLessThanOrEqualTo(before);
    }

    @Test
    void emptyBlocksBeyondTheTargetAreReturned() {
        for (int i = 0; i < 20_000; i++) {
            long next = node();
            world.store(next + 16, world.main().slot(0));
            world.main().slot(0, next);
        }
        int grown = world.memory.takenBlocks();
        world.main().slot(0, 0);
        world.array(world.main(), world.bytesClass, 2 << 20);
        world.collect();
        assertThat(world.memory.takenBlocks()).isLessThan(Math.max(grown, 64));
        assertThat(world.heap.heldBytes()).isLessThanOrEqualTo(STRICT.minimumBytes());
    }

    @Test
    void rubbishDoesNotMakeTheHeapGrow() {
        for (int i = 0; i < 200_000; i++) {
            assertThat(world.array(world.main(), world.bytesClass, i % 500)).isNotZero();
        }
        assertThat(world.heap.heldBytes()).isLessThanOrEqualTo(STRICT.minimumBytes());
        assertThat(world.heap.statistics().figure(HeapFigure.COLLECTIONS)).isGreaterThan(10);
    }

    @Test
    void exhaustionIsReportedAndPasses() {
        int allocated = 0;
        while (true) {
            long next = world.array(world.main(), world.arrayClass, 1000);
            if (next == 0) {
                break;
            }
            world.store(next + ObjectLayout.ARRAY_DATA, world.main().slot(0));
            world.main().slot(0, next);
            allocated++;
        }
        assertThat(allocated).isGreaterThan(1000);
        assertThat(world.array(world.main(), world.bytesClass, 100_000)).isZero();
        world.main().slot(0, 0);
        assertThat(world.array(world.main(), world.bytesClass, 100_000)).isNotZero();
    }

    @Test
    void anAllocationInAtomicContextDoesNotCollect() {
        Preemption.disable();
        try {
            for (int i = 0; i < 50_000; i++) {
                assertThat(world.array(world.main(), world.bytesClass, 64)).isNotZero();
            }
            assertThat(world.heap.statistics().figure(HeapFigure.COLLECTIONS)).isZero();
        } finally {
            Preemption.enable();
        }
        world.array(world.main(), world.bytesClass, 20_000);
        assertThat(world.heap.statistics().figure(HeapFigure.COLLECTIONS)).isEqualTo(1);
    }

    @Test
    void theRestOfARunSurvivesCollectionsForItsTask() {
        SimulatedTask other = world.addTask();
        long first = world.instance(other, world.nodeClass);
        world.collect();
        long second = world.instance(other, world.nodeClass);
        assertThat(second).isEqualTo(first + 32);
        long mine = node();
        world.collect();
        long third = world.instance(other, world.nodeClass);
        assertThat(third).isEqualTo(second + 32).isNotEqualTo(mine);
        assertThat(Address.loadLong(third + 16)).isZero();
    }

    @Test
    void theRunsOfParkedTasksAreTakenBack() {
        SimulatedTask other = world.addTask();
        world.instance(other, world.nodeClass);
        other.parked(1);
        world.collect();
        assertThat(Address.loadLong(other.area + ThreadArea.RUNS + SizeClasses.of(32) * ThreadArea.RUN_BYTES)).isZero();
        assertThat(world.heap.usedBytes()).isZero();
        other.parked(0);
        assertThat(world.instance(other, world.nodeClass)).isNotZero();
    }

    @Test
    void aTaskInterruptedBetweenHeaderAndCursorLosesNothing() {
        SimulatedTask other = world.addTask();
        world.instance(other, world.nodeClass);
        long run = other.area + ThreadArea.RUNS + SizeClasses.of(32) * ThreadArea.RUN_BYTES;
        long cell = Address.loadLong(run + ThreadArea.RUN_CURSOR);
        Address.storeLong(cell, world.nodeClass);
        world.collect();
        world.collect();
        assertThat(Address.loadLong(run + ThreadArea.RUN_CURSOR)).isEqualTo(cell);
        assertThat(Address.loadLong(cell)).isEqualTo(world.nodeClass);
        assertThat(world.instance(other, world.nodeClass)).isEqualTo(cell);
        other.slot(0, cell);
        world.collect();
        assertThat(SimulatedWorld.exists(cell)).isTrue();
    }

    @Test
    void stressCollectsAtEveryAllocation() {
        world.close();
        world = new SimulatedWorld(256, new HeapOptions(1 << 20, 1, true, true));
        for (int i = 0; i < 100; i++) {
            long next = node();
            world.store(next + 16, world.main().slot(0));
            world.main().slot(0, next);
        }
        assertThat(world.heap.statistics().figure(HeapFigure.COLLECTIONS)).isGreaterThan(90);
        int length = 0;
        for (long at = world.main().slot(0); at != 0; at = Address.loadLong(at + 16)) {
            length++;
        }
        assertThat(length).isEqualTo(100);
    }

    @Test
    void whatMustNotFailIsNeitherCountedNorRefused() {
        world.heap.failAllocation(world.main().area, 1);
        assertThat(world.array(world.main(), world.bytesClass, 1)).isNotZero();
        assertThat(FaultInjection.setFallible(world.main().area, true)).isFalse();
        assertThat(world.array(world.main(), world.bytesClass, 1)).isZero();
        assertThat(world.heap.failAllocation(world.main().area, 0)).isZero();
    }

    @Test
    void theReserveIsLeftToWhatMustNotFail() {
        world.close();
        world = new SimulatedWorld(80, new HeapOptions(64 << 15, 0, true, true));
        world.memory.limitBytes = 64 << 15;
        world.heap.reserveMinimum();
        FaultInjection.setFallible(world.main().area, true);
        long ordinary = chainUntilExhausted();
        assertThat(world.heap.usedBytes()).isLessThanOrEqualTo(56 << 15);
        FaultInjection.setFallible(world.main().area, false);
        long assured = chainUntilExhausted();
        assertThat(assured).as("cells of 8 blocks").isBetween(ordinary / 10, ordinary / 5);
        world.main().slot(0, 0);
        FaultInjection.setFallible(world.main().area, true);
        assertThat(chainUntilExhausted()).as("once what was kept is gone, there is as much as before").isBetween(ordinary * 9 / 10, ordinary * 11 / 10);
    }

    /** Adds to a chain of live nodes until the heap gives no more; returns how many were added. */
    private long chainUntilExhausted() {
        long added = 0;
        for (long next = node(); next != 0; next = node()) {
            Address.storeLong(next + 16, world.main().slot(0));
            world.main().slot(0, next);
            added++;
        }
        return added;
    }

    @Test
    void theNthAllocationFailsOnRequest() {
        node();
        FaultInjection.setFallible(world.main().area, true);
        world.heap.failAllocation(world.main().area, 3);
        assertThat(world.array(world.main(), world.bytesClass, 1)).isNotZero();
        assertThat(world.array(world.main(), world.bytesClass, 1)).isNotZero();
        assertThat(world.array(world.main(), world.bytesClass, 1)).isZero();
        assertThat(world.array(world.main(), world.bytesClass, 1)).isNotZero();
    }
}
