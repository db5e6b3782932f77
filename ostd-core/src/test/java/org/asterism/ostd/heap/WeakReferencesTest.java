package org.asterism.ostd.heap;

import static org.assertj.core.api.Assertions.assertThat;

import org.asterism.ostd.unsafe.Address;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WeakReferencesTest {
    private final SimulatedWorld world = new SimulatedWorld(256, new HeapOptions(1 << 20, 0, true, true));
    private final SimulatedTask task = world.main();

    @AfterEach
    void release() {
        world.close();
    }

    private long weakTo(long referent, long queue) {
        long reference = world.instance(task, world.weakClass);
        world.store(reference + SimulatedClasses.REFERENT, referent);
        world.store(reference + SimulatedClasses.QUEUE, queue);
        return reference;
    }

    private static long referent(long reference) {
        return Address.loadLong(reference + SimulatedClasses.REFERENT);
    }

    @Test
    void aReferentThatIsReachableStays() {
        long referent = world.instance(task, world.nodeClass);
        long weak = weakTo(referent, 0);
        task.slot(0, weak);
        task.slot(1, referent);
        world.collect();
        assertThat(referent(weak)).isEqualTo(referent);
        assertThat(world.heap.takePendingReference()).isZero();
    }

    @Test
    void aDeadReferentIsClearedAndFreed() {
        long referent = world.instance(task, world.nodeClass);
        long weak = weakTo(referent, 0);
        task.slot(0, weak);
        world.collect();
        assertThat(referent(weak)).isZero();
        assertThat(Block.isAllocated(referent)).isFalse();
        assertThat(world.heap.takePendingReference()).isZero();
    }

    @Test
    void aRegisteredReferenceWaitsForItsQueueOnce() {
        long queue = world.instance(task, world.queueClass);
        task.slot(1, queue);
        long weak = weakTo(world.instance(task, world.nodeClass), queue);
        task.slot(0, weak);
        world.collect();
        task.slot(0, 0);
        world.collect();
        assertThat(SimulatedWorld.exists(weak)).isTrue();
        assertThat(world.heap.takePendingReference()).isEqualTo(weak);
        assertThat(world.heap.takePendingReference()).isZero();
        world.collect();
        assertThat(Block.isAllocated(weak)).isFalse();
    }

    @Test
    void aReferenceThatIsDeadItselfIsForgotten() {
        long queue = world.instance(task, world.queueClass);
        task.slot(1, queue);
        weakTo(world.instance(task, world.nodeClass), queue);
        world.collect();
        assertThat(world.heap.takePendingReference()).isZero();
    }

    @Test
    void aChainOfWeakReferencesIsCutAtItsFirstDeadLink() {
        long last = world.instance(task, world.nodeClass);
        long inner = weakTo(last, 0);
        long outer = weakTo(inner, 0);
        task.slot(0, outer);
        world.collect();
        assertThat(referent(outer)).isZero();
        assertThat(Block.isAllocated(inner)).isFalse();
        assertThat(Block.isAllocated(last)).isFalse();
    }
}
