package org.asterism.ostd.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.asterism.ostd.mm.Frame;
import org.asterism.ostd.mm.FrameTable;
import org.asterism.ostd.mm.Protection;
import org.asterism.ostd.mm.VmSpace;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.task.TaskOptions;
import org.asterism.ostd.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service may try at memory that is not, or no longer, its own. */
class HostileServiceTest {
    private static final int PAGE = 4096;
    private static final long USER = 0x40_0000;

    @Test
    void aClosedFrameIsNotReached() {
        try (TestMachine machine = TestMachine.create()) {
            Frame frame = Frame.allocate();
            frame.close();
            frame.close();
            assertThatThrownBy(() -> frame.read(0, new byte[1], 0, 1)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> frame.write(0, new byte[1], 0, 1)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(frame::share).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(frame::isShared).isInstanceOf(IllegalStateException.class);
            assertThat(machine.framesInUse()).isZero();
        }
    }

    @Test
    void aFrameThatWasGivenAwayIsNotGivenAwayAgain() {
        try (TestMachine machine = TestMachine.create(); FrameTable table = FrameTable.create();
                VmSpace space = VmSpace.create((address, access) -> false)) {
            Frame frame = Frame.allocate();
            table.put(0, frame);
            assertThatThrownBy(() -> table.put(1, frame)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> space.map(USER, frame, Protection.READ)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> frame.write(0, new byte[1], 0, 1)).isInstanceOf(IllegalStateException.class);
            frame.close();
            assertThat(table.pageCount()).isEqualTo(1);
            assertThat(space.residentPages()).isZero();
        }
    }

    @Test
    void nothingIsReachedOutsideAFrame() {
        try (TestMachine machine = TestMachine.create(); Frame frame = Frame.allocate(); FrameTable table = FrameTable.create()) {
            int[][] ranges = {{-1, 1}, {PAGE, 1}, {PAGE - 1, 2}, {0, -1}, {Integer.MAX_VALUE, 1}, {1, Integer.MAX_VALUE}, {Integer.MIN_VALUE, Integer.MIN_VALUE}};
            for (int[] range : ranges) {
                assertThatThrownBy(() -> frame.read(range[0], new byte[2], 0, range[1])).isInstanceOf(IndexOutOfBoundsException.class);
                assertThatThrownBy(() -> frame.write(range[0], new byte[2], 0, range[1])).isInstanceOf(IndexOutOfBoundsException.class);
            }
            assertThatThrownBy(() -> frame.read(0, new byte[2], 1, 2)).isInstanceOf(IndexOutOfBoundsException.class);
            for (long position : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE, FrameTable.MAX_BYTES}) {
                assertThatThrownBy(() -> table.write(position, new byte[2], 0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
            }
        }
    }

    /** Times the size of a page, each of these is a position within the table. */
    @ParameterizedTest
    @ValueSource(longs = {1L << 52, 1L << 62, Long.MIN_VALUE, -1L << 52, (3L << 52) + 1, -1, 1L << 31})
    void noPageIsReachedByAnIndexThatOverflows(long index) {
        try (TestMachine machine = TestMachine.create(); FrameTable table = FrameTable.create(); Frame frame = Frame.allocate();
                VmSpace space = VmSpace.create((address, access) -> false)) {
            assertThatThrownBy(() -> table.ensure(index)).isInstanceOf(IndexOutOfBoundsException.class).hasMessageContaining("page " + index);
            assertThatThrownBy(() -> table.isPresent(index)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> table.put(index, frame)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> space.mapShared(USER, table, index, Protection.READ)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> space.mapCopy(USER, table, index, Protection.READ)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThat(frame.isShared()).isFalse();
            assertThat(table.pageCount()).isZero();
        }
    }

    @Test
    void aSpaceIsNotClonedIntoItself() {
        try (TestMachine machine = TestMachine.create(); VmSpace space = VmSpace.create((address, access) -> false)) {
            space.mapZeroed(USER, Protection.READ);
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThatThrownBy(() -> space.cloneCopyOnWrite(space, USER, PAGE))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("into itself"));
        }
    }

    @Test
    void kernelAddressesAreNotReachedByWayOfUserSpaces() {
        try (TestMachine machine = TestMachine.create(); VmSpace space = VmSpace.create((address, access) -> true)) {
            for (long address : new long[] {0, -PAGE, 0xffff_8000_0000_0000L, VmSpace.maximumAddress(), Long.MAX_VALUE - 1}) {
                assertThat(space.read(address, new byte[8], 0, 8)).as("bytes read at %x", address).isZero();
                assertThat(space.write(address, new byte[8], 0, 8)).as("bytes written at %x", address).isZero();
                assertThatThrownBy(() -> space.mapZeroed(address & -PAGE, Protection.READ)).isInstanceOf(RuntimeException.class);
            }
            assertThat(space.residentPages()).isZero();
        }
    }

    @Test
    void tasksThatEndOneFrameTogetherEndItOnce() {
        for (int seed = 0; seed < 50; seed++) {
            try (TestMachine machine = TestMachine.builder().randomPreemption(seed).build(); FrameTable table = FrameTable.create()) {
                Frame frame = Frame.allocate();
                AtomicInteger taken = new AtomicInteger();
                for (int task = 0; task < 3; task++) {
                    TaskOptions.of(() -> {
                        try {
                            table.put(taken.get(), frame);
                            taken.incrementAndGet();
                        } catch (IllegalStateException e) {
                            frame.close(); // another was first
                        }
                    }).spawn();
                }
                Task.parkUntil(Clock.monotonicNanos() + 1_000_000);
                assertThat(taken).hasValue(1);
                assertThat(table.pageCount()).isEqualTo(1);
            }
        }
    }
}
