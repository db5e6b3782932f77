package org.asterism.ostd.frames;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.asterism.ostd.arch.SimulatedPhysicalMemory;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.SimulatedMemory;
import org.junit.jupiter.api.Test;

class FrameAllocatorTest {
    private static final int FRAMES = 512;

    private final SimulatedPhysicalMemory memory = new SimulatedPhysicalMemory(FRAMES * 4096L);
    private final FrameAllocator allocator =
            new FrameAllocator(memory, SimulatedMemory.reserve(FrameAllocator.metadataBytes(FRAMES)), FRAMES);

    FrameAllocatorTest() {
        allocator.add(0, FRAMES * 4096L);
    }

    @Test
    void frameZeroIsNeverHandedOut() {
        Set<Long> seen = new HashSet<>();
        for (int i = 1; i < FRAMES; i++) {
            seen.add(allocator.allocateTyped());
        }
        assertThat(seen).hasSize(FRAMES - 1).doesNotContain(0L);
        assertThatThrownBy(allocator::allocateTyped).isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void freedFramesMergeIntoTheBlocksTheyCameFrom() {
        List<Long> taken = new ArrayList<>();
        for (int i = 1; i < FRAMES; i++) {
            taken.add(allocator.allocateTyped());
        }
        Collections.shuffle(taken, new Random(7));
        taken.forEach(frame -> allocator.freeTyped(frame, 1));
        assertThat(allocator.allocateRun(256, 0)).isEqualTo(256 * 4096L);
        assertThat(allocator.freeFrames()).isEqualTo(FRAMES - 1 - 256);
    }

    @Test
    void runsAreAlignedAndTheRestOfTheirBlockIsFree() {
        long run = allocator.allocateRun(40, 3);
        assertThat(run % (8 * 4096)).isZero();
        assertThat(allocator.freeFrames()).isEqualTo(FRAMES - 1 - 40);
        allocator.freeTyped(run + 8 * 4096, 32);
        allocator.freeTyped(run, 8);
        assertThat(allocator.allocateRun(256, 0)).isNotZero();
    }

    @Test
    void lastReferenceFreesAnUntypedFrame() {
        long frame = allocator.allocateUntypedZeroed();
        allocator.addReference(frame);
        allocator.dropReference(frame);
        assertThat(allocator.freeFrames()).isEqualTo(FRAMES - 2);
        allocator.dropReference(frame);
        assertThat(allocator.freeFrames()).isEqualTo(FRAMES - 1);
        assertThatThrownBy(() -> allocator.dropReference(frame)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void typedFramesHaveNoReferencesToTake() {
        long frame = allocator.allocateTyped();
        assertThatThrownBy(() -> allocator.addReference(frame)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void doubleFreeIsRefused() {
        long frame = allocator.allocateTyped();
        allocator.freeTyped(frame, 1);
        assertThatThrownBy(() -> allocator.freeTyped(frame, 1)).hasMessageContaining("freed twice");
    }

    @Test
    void untypedFramesAreZeroedEvenWhenUsedBefore() {
        long frame = allocator.allocateUntypedZeroed();
        Address.storeLong(memory.address(frame) + 4088, 42);
        allocator.dropReference(frame);
        assertThat(allocator.allocateUntypedZeroed()).isEqualTo(frame);
        assertThat(Address.loadLong(memory.address(frame) + 4088)).isZero();
    }
}
