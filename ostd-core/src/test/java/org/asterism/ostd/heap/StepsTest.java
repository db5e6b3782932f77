package org.asterism.ostd.heap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.asterism.ostd.mm.HeapFigure;
import org.asterism.ostd.mm.HeapStatistics;
import org.asterism.ostd.unsafe.Address;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What tasks may do between the steps of a collection. */
class StepsTest {
    private static final int CHAIN = 5_000;
    private static final int FEW_UNITS = 10;

    private final SimulatedWorld world = new SimulatedWorld(512, new HeapOptions(1 << 20, 0, true, false));
    private final SimulatedTask task = world.main();
    /** The last node of a chain that takes long to mark. */
    private final long last;
    /** What only the last node refers to. */
    private final long hidden;

    StepsTest() {
        hidden = node();
        last = node();
        world.store(last + 16, hidden);
        task.slot(0, last);
        for (int i = 0; i < CHAIN; i++) {
            long next = node();
            world.store(next + 16, task.slot(0));
            task.slot(0, next);
        }
    }

    @AfterEach
    void release() {
        world.close();
    }

    private long node() {
        return world.instance(task, world.nodeClass);
    }

    private void step() {
        world.heap.step(FEW_UNITS, HeapStatistics.CAUSE_REQUEST);
    }

    private void finish() {
        world.heap.collect(HeapStatistics.CAUSE_ALLOCATION);
    }

    private void begin() {
        step();
        step();
        assertThat(world.heap.isMarking()).isTrue();
        assertThat(Block.isMarked(hidden)).as("marked at once").isFalse();
    }

    @Test
    void anObjectMovedBehindTheMarkerIsKept() {
        begin();
        long scanned = node();
        task.slot(1, scanned);
        world.store(scanned + 16, hidden);
        world.store(last + 16, 0);
        finish();
        assertThat(SimulatedWorld.exists(hidden)).isTrue();
    }

    @Test
    void anObjectMovedWithoutTellingIsLost() {
        begin();
        long scanned = node();
        task.slot(1, scanned);
        Address.storeLong(scanned + 16, hidden);
        world.store(last + 16, 0);
        finish();
        assertThat(Block.isAllocated(hidden)).isFalse();
    }

    @Test
    void anObjectThatOnlyAStackHoldsAtTheEndIsKept() {
        begin();
        task.slot(2, hidden);
        world.store(last + 16, 0);
        finish();
        assertThat(SimulatedWorld.exists(hidden)).isTrue();
    }

    @Test
    void moreThanTheBarrierRemembersIsFoundByWalkingTheBlocks() {
        begin();
        long scanned = node();
        task.slot(1, scanned);
        for (int i = 0; i < 20_000; i++) {
            world.heap.tell(hidden);
        }
        Address.storeLong(scanned + 16, hidden);
        world.store(last + 16, 0);
        finish();
        assertThat(SimulatedWorld.exists(hidden)).isTrue();
    }

    @Test
    void whatIsAllocatedDuringACollectionSurvivesItAndDiesInTheNext() {
        begin();
        long fresh = node();
        long large = world.array(task, world.bytesClass, 100_000);
        finish();
        assertThat(SimulatedWorld.exists(fresh)).isTrue();
        assertThat(SimulatedWorld.exists(large)).isTrue();
        world.collect();
        assertThat(Block.isAllocated(fresh)).isFalse();
    }

    @Test
    void aTaskThatEndsDuringACollectionLeavesNothingBehind() {
        SimulatedTask other = world.addTask();
        begin();
        world.instance(other, world.nodeClass);
        world.tasks.remove(other);
        world.heap.taskEnded(other.area);
        task.slot(0, 0);
        finish();
        world.collect();
        assertThat(world.heap.usedBytes()).isLessThanOrEqualTo(HeapMemory.BLOCK_BYTES);
    }

    @Test
    void manySmallStepsCountAsStopsAndOneCollection() {
        finish();
        assertThat(world.heap.statistics().figure(HeapFigure.COLLECTIONS)).isEqualTo(1);
        long stops = 0;
        for (HeapFigure figure : EnumSet.range(HeapFigure.PAUSES_BELOW_100_MICROS, HeapFigure.PAUSES_LONGER)) {
            stops += world.heap.statistics().figure(figure);
        }
        assertThat(stops).isGreaterThan(2);
    }
}
