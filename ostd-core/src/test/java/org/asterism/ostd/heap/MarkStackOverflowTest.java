package org.asterism.ostd.heap;

import static org.assertj.core.api.Assertions.assertThat;

import org.asterism.ostd.unsafe.Address;
import org.junit.jupiter.api.Test;

/** A comb of nodes makes the mark stack as deep as it is long. */
class MarkStackOverflowTest {
    private static final int TEETH = 40_000;

    private static long comb(SimulatedWorld world) {
        SimulatedTask task = world.main();
        for (int i = 0; i < TEETH; i++) {
            long tooth = world.instance(task, world.nodeClass);
            task.slot(1, tooth);
            long back = world.instance(task, world.nodeClass);
            world.store(back + 16, tooth);
            world.store(back + 24, task.slot(0));
            task.slot(0, back);
        }
        task.slot(1, 0);
        return task.slot(0);
    }

    private static void check(long comb) {
        int teeth = 0;
        for (long back = comb; back != 0; back = Address.loadLong(back + 24)) {
            assertThat(SimulatedWorld.exists(back)).isTrue();
            assertThat(SimulatedWorld.exists(Address.loadLong(back + 16))).isTrue();
            teeth++;
        }
        assertThat(teeth).isEqualTo(TEETH);
    }

    @Test
    void theStackGrowsWhileThereIsMemory() {
        try (SimulatedWorld world = new SimulatedWorld(1024, new HeapOptions(1 << 20, 0, true, true))) {
            long comb = comb(world);
            world.collect();
            check(comb);
            assertThat(world.heap.markStackOverflows()).isZero();
        }
    }

    @Test
    void withoutMemoryForItTheBlocksAreWalkedAgain() {
        try (SimulatedWorld world = new SimulatedWorld(256, new HeapOptions(8 << 20, 0, true, true))) {
            long comb = comb(world);
            while (world.memory.acquire(1) != 0) {
                continue;
            }
            world.collect();
            check(comb);
            assertThat(world.heap.markStackOverflows()).isPositive();
        }
    }
}
