package org.asterism.ostd.frames;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.asterism.ostd.arch.SimulatedPhysicalMemory;
import org.asterism.ostd.unsafe.SimulatedMemory;
import org.junit.jupiter.api.Test;

class UntypedMemoryTest {
    private static final int FRAMES = 1024;

    private final FrameAllocator allocator = new FrameAllocator(new SimulatedPhysicalMemory(FRAMES * 4096L),
            SimulatedMemory.reserve(FrameAllocator.metadataBytes(FRAMES)), FRAMES);
    private final UntypedMemory memory;

    UntypedMemoryTest() {
        allocator.add(0, FRAMES * 4096L);
        memory = new UntypedMemory(allocator);
    }

    @Test
    void tableBehavesLikeAnArrayOfBytes() {
        Object table = memory.createTable();
        byte[] model = new byte[1 << 20];
        Random random = new Random(11);
        for (int i = 0; i < 300; i++) {
            int position = random.nextInt(model.length);
            int length = random.nextInt(Math.min(20_000, model.length - position) + 1);
            switch (random.nextInt(4)) {
                case 0, 1 -> {
                    byte[] bytes = new byte[length];
                    random.nextBytes(bytes);
                    memory.writeTable(table, position, bytes, 0, length);
                    System.arraycopy(bytes, 0, model, position, length);
                }
                case 2 -> {
                    memory.discardTable(table, position, length);
                    Arrays.fill(model, position, position + length, (byte) 0);
                }
                default -> {
                    memory.truncateTable(table, position + length);
                    Arrays.fill(model, position + length, model.length, (byte) 0);
                }
            }
            byte[] read = new byte[model.length];
            memory.readTable(table, 0, read, 0, read.length);
            assertThat(read).isEqualTo(model);
        }
        memory.truncateTable(table, 0);
        assertThat(memory.tablePageCount(table)).isZero();
        assertThat(allocator.freeFrames()).isEqualTo(FRAMES - 1);
    }

    @Test
    void sparsePagesTakeOneFrameEachAndLeaveNothingBehind() {
        Object table = memory.createTable();
        long last = (1L << 43 - 12) - 1;
        assertThat(memory.ensureTablePage(table, last)).isTrue();
        assertThat(memory.ensureTablePage(table, last)).isFalse();
        assertThat(memory.ensureTablePage(table, 0)).isTrue();
        assertThat(memory.hasTablePage(table, 1)).isFalse();
        assertThat(memory.tablePageCount(table)).isEqualTo(2);
        memory.truncateTable(table, 0);
        assertThat(allocator.freeFrames()).isEqualTo(FRAMES - 1);
    }

    @Test
    void replacedPageIsDropped() {
        Object table = memory.createTable();
        memory.ensureTablePage(table, 3);
        long free = allocator.freeFrames();
        memory.putTablePage(table, 3, memory.allocateZeroed());
        assertThat(allocator.freeFrames()).isEqualTo(free);
    }

    @Test
    void exhaustionThrowsAndLosesNothing() {
        Object table = memory.createTable();
        byte[] page = new byte[4096];
        assertThatThrownBy(() -> {
            for (long i = 0;; i++) {
                memory.writeTable(table, i << 12, page, 0, page.length);
            }
        }).isInstanceOf(OutOfMemoryError.class);
        memory.truncateTable(table, 0);
        assertThat(allocator.freeFrames()).isEqualTo(FRAMES - 1);
    }
}
