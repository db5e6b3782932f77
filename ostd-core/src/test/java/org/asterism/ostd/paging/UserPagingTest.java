package org.asterism.ostd.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.asterism.ostd.arch.AddressTranslation;
import org.asterism.ostd.arch.SimulatedFormat;
import org.asterism.ostd.arch.SimulatedPhysicalMemory;
import org.asterism.ostd.frames.FrameAllocator;
import org.asterism.ostd.frames.UntypedMemory;
import org.asterism.ostd.mm.PageState;
import org.asterism.ostd.mm.Protection;
import org.asterism.ostd.unsafe.SimulatedMemory;
import org.junit.jupiter.api.Test;

class UserPagingTest {
    private static final int FRAMES = 2048;
    private static final int READ_WRITE = Protection.READ | Protection.WRITE;
    private static final long BASE = 0x40_0000;

    private final FrameAllocator allocator = new FrameAllocator(new SimulatedPhysicalMemory(FRAMES * 4096L),
            SimulatedMemory.reserve(FrameAllocator.metadataBytes(FRAMES)), FRAMES);
    private final FlushLog flushes = new FlushLog(allocator);
    private final UserPaging paging;
    private final UntypedMemory frames;

    UserPagingTest() {
        allocator.add(0, FRAMES * 4096L);
        frames = new UntypedMemory(allocator);
        paging = new UserPaging(allocator, new SimulatedFormat(), flushes, new NoActivation());
    }

    @Test
    void randomOperationsMatchAModelAndLeakNothing() {
        Random random = new Random(3);
        for (int round = 0; round < 40; round++) {
            Object space = paging.create((address, access) -> false);
            Map<Long, Integer> model = new HashMap<>();
            for (int i = 0; i < 200; i++) {
                long address = BASE + (long) random.nextInt(64) * (random.nextBoolean() ? 0x1000 : 0x20_0000);
                long length = (1 + random.nextInt(20)) * 0x1000L;
                int protection = random.nextInt(8);
                switch (random.nextInt(4)) {
                    case 0, 1 -> assertThat(paging.mapZeroed(space, address, protection))
                            .isEqualTo(model.putIfAbsent(address, protection) == null);
                    case 2 -> {
                        int before = model.size();
                        model.keySet().removeIf(page -> page >= address && page < address + length);
                        assertThat(paging.unmap(space, address, length)).isEqualTo(before - model.size());
                    }
                    default -> {
                        model.replaceAll((page, old) -> page >= address && page < address + length ? protection : old);
                        paging.protect(space, address, length, protection);
                    }
                }
            }
            assertThat(paging.residentPages(space)).isEqualTo(model.size());
            model.forEach((page, protection) ->
                    assertThat(paging.query(space, page)).isEqualTo(PageState.PRESENT | protection));
            paging.destroy(space);
            assertThat(allocator.freeFrames()).isEqualTo(FRAMES - 1);
        }
    }

    @Test
    void clonedPagesAreSharedUntilOneSideTakesItsOwn() {
        Object parent = paging.create((address, access) -> false);
        paging.mapZeroed(parent, BASE, READ_WRITE);
        paging.writeSpace(parent, BASE, new byte[] {1}, 0, 1);
        Object child = paging.create((address, access) -> paging.makePrivate(parent, address & -4096, READ_WRITE));
        paging.cloneCopyOnWrite(parent, child, 0x10000, 0x4000_0000);
        assertThat(paging.query(parent, BASE)).isEqualTo(PageState.PRESENT | PageState.SHARED | Protection.READ);
        assertThat(paging.query(child, BASE)).isEqualTo(PageState.PRESENT | PageState.SHARED | Protection.READ);
        paging.makePrivate(child, BASE, READ_WRITE);
        paging.writeSpace(child, BASE, new byte[] {2}, 0, 1);
        byte[] seen = new byte[1];
        assertThat(paging.readSpace(parent, BASE, seen, 0, 1)).isEqualTo(1);
        assertThat(seen[0]).isEqualTo((byte) 1);
        assertThat(paging.query(parent, BASE)).isEqualTo(PageState.PRESENT | Protection.READ);
        paging.destroy(parent);
        paging.destroy(child);
        assertThat(allocator.freeFrames()).isEqualTo(FRAMES - 1);
    }

    @Test
    void twentyThousandForksLeakNoFrame() {
        Object parent = paging.create((address, access) -> false);
        for (int i = 0; i < 8; i++) {
            paging.mapZeroed(parent, BASE + i * 0x1000L, READ_WRITE);
        }
        long free = allocator.freeFrames();
        for (int i = 0; i < 20_000; i++) {
            Object child = paging.create((address, access) -> false);
            paging.cloneCopyOnWrite(parent, child, BASE, 0x8000);
            paging.makePrivate(child, BASE, READ_WRITE);
            paging.destroy(child);
        }
        assertThat(allocator.freeFrames()).isEqualTo(free);
    }

    @Test
    void exhaustionWhileCloningThrowsAndEverythingComesBack() {
        Object parent = paging.create((address, access) -> false);
        for (int i = 0; i < 64; i++) {
            paging.mapZeroed(parent, BASE + i * 0x20_0000L, READ_WRITE);
        }
        long free = allocator.freeFrames();
        long hog = allocator.allocateRun(1024, 0);
        while (allocator.freeFrames() > 40) {
            allocator.allocateTyped();
            free--;
        }
        Object child = paging.create((address, access) -> false);
        assertThatThrownBy(() -> paging.cloneCopyOnWrite(parent, child, BASE, 64 * 0x20_0000L))
                .isInstanceOf(OutOfMemoryError.class);
        paging.destroy(child);
        allocator.freeTyped(hog, 1024);
        assertThat(allocator.freeFrames()).isEqualTo(free);
    }

    @Test
    void unmappedFramesAreFreedOnlyAfterTheFlush() {
        Object space = paging.create((address, access) -> false);
        paging.mapZeroed(space, BASE, READ_WRITE);
        long free = allocator.freeFrames();
        paging.unmap(space, BASE, 0x1000);
        assertThat(flushes.freeAtFirstFlush).isEqualTo(free);
        assertThat(allocator.freeFrames()).isEqualTo(free + 4);
    }

    @Test
    void movedPageKeepsItsBytes() {
        Object space = paging.create((address, access) -> false);
        paging.mapZeroed(space, BASE, READ_WRITE);
        paging.writeSpace(space, BASE + 7, new byte[] {9}, 0, 1);
        paging.move(space, BASE, BASE + 0x4000_0000L, 0x1000);
        byte[] seen = new byte[1];
        paging.readSpace(space, BASE + 0x4000_0007L, seen, 0, 1);
        assertThat(seen[0]).isEqualTo((byte) 9);
        assertThat(paging.query(space, BASE)).isZero();
    }

    @Test
    void tablePagesAreSharedOrCopied() {
        Object table = frames.createTable();
        frames.writeTable(table, 0, new byte[] {5}, 0, 1);
        Object space = paging.create((address, access) -> false);
        paging.mapTablePage(space, BASE, table, 0, READ_WRITE);
        paging.mapTablePageCopy(space, BASE + 0x1000, table, 0, READ_WRITE);
        paging.writeSpace(space, BASE, new byte[] {6}, 0, 1);
        byte[] seen = new byte[1];
        frames.readTable(table, 0, seen, 0, 1);
        assertThat(seen[0]).isEqualTo((byte) 6);
        paging.readSpace(space, BASE + 0x1000, seen, 0, 1);
        assertThat(seen[0]).isEqualTo((byte) 5);
        frames.truncateTable(table, 0);
        assertThat(paging.query(space, BASE)).isEqualTo(PageState.PRESENT | READ_WRITE);
    }

    @Test
    void faultsAreResolvedOnceAndALyingResolverOnlyEndsTheCopy() {
        int[] calls = new int[1];
        Object[] space = new Object[1];
        space[0] = paging.create((address, access) -> {
            calls[0]++;
            return paging.mapZeroed(space[0], address & -4096, READ_WRITE);
        });
        assertThat(paging.writeSpace(space[0], BASE + 4090, new byte[100], 0, 100)).isEqualTo(100);
        assertThat(calls[0]).isEqualTo(2);
        Object liar = paging.create((address, access) -> true);
        assertThat(paging.writeSpace(liar, BASE, new byte[100], 0, 100)).isZero();
    }

    @Test
    void rangesOutsideUserAddressesAreRefused() {
        Object space = paging.create((address, access) -> false);
        long free = allocator.freeFrames();
        assertThatThrownBy(() -> paging.mapZeroed(space, 0xffff_8000_0000_0000L, READ_WRITE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> paging.mapZeroed(space, BASE + 1, READ_WRITE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> paging.unmap(space, BASE, -4096)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> paging.map(space, 0, allocator.allocateUntypedZeroed(), READ_WRITE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(allocator.freeFrames()).isEqualTo(free);
    }

    @Test
    void activeSpaceCannotBeDestroyedAndADestroyedOneNotUsed() {
        AddressSpace space = (AddressSpace) paging.create((address, access) -> false);
        space.enter();
        assertThatThrownBy(() -> paging.destroy(space)).hasMessageContaining("deactivate");
        space.leave();
        paging.destroy(space);
        paging.destroy(space);
        assertThatThrownBy(() -> paging.mapZeroed(space, BASE, READ_WRITE)).isInstanceOf(IllegalStateException.class);
        assertThat(allocator.freeFrames()).isEqualTo(FRAMES - 1);
    }

    private static final class NoActivation extends SpaceActivation {
        @Override
        public void activate(AddressSpace space) {
            throw new IllegalStateException("no task here");
        }

        @Override
        public AddressSpace active() {
            return null;
        }
    }

    private static final class FlushLog extends AddressTranslation {
        private final FrameAllocator allocator;
        private long freeAtFirstFlush = -1;

        FlushLog(FrameAllocator allocator) {
            this.allocator = allocator;
        }

        @Override
        public void initializeRoot(long root) {
        }

        @Override
        public void activate(long root) {
        }

        @Override
        public void flush(long root, long start, long end) {
            if (freeAtFirstFlush < 0) {
                freeAtFirstFlush = allocator.freeFrames();
            }
        }

        @Override
        public void flushKernel(long start, long end) {
        }
    }
}
