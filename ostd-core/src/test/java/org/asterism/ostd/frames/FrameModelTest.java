package org.asterism.ostd.frames;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.asterism.ostd.arch.SimulatedPhysicalMemory;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.SimulatedMemory;

/** Random owners of frames against a map of what is in use: no frame has two owners, none is lost, counts are exact. */
class FrameModelTest {
    private static final int FRAMES = 256;
    private static final int PAGE = 4096;
    private static final int TYPED = 0;

    /** What one owner does; the number chooses among the frames in use, or is a size. */
    private enum Kind { UNTYPED, TYPED, RUN, SHARE, DROP, FREE_RUN, FREE_PART, DROP_AGAIN, HOLD_ALL }

    private record Step(Kind kind, int number, int order) {}

    /** Frames and the model of them. */
    private static final class World implements AutoCloseable {
        private final SimulatedPhysicalMemory memory = new SimulatedPhysicalMemory((long) FRAMES * PAGE);
        private final long metadata = SimulatedMemory.reserve(FrameAllocator.metadataBytes(FRAMES));
        private final FrameAllocator allocator = new FrameAllocator(memory, metadata, FRAMES);
        /** References of each frame in use; {@link #TYPED} for the kernel's own. */
        private final TreeMap<Integer, Integer> used = new TreeMap<>();

        World() {
            allocator.add(0, (long) FRAMES * PAGE);
        }

        @Override
        public void close() {
            SimulatedMemory.release(metadata, FrameAllocator.metadataBytes(FRAMES));
            SimulatedMemory.release(memory.address(0), (long) FRAMES * PAGE);
        }

        void run(Step step) {
            List<Integer> untyped = used.keySet().stream().filter(frame -> used.get(frame) != TYPED).toList();
            List<Integer> typed = used.keySet().stream().filter(frame -> used.get(frame) == TYPED).toList();
            switch (step.kind) {
                case UNTYPED -> allocateOne(1);
                case TYPED -> allocateOne(TYPED);
                case HOLD_ALL -> {
                    while (used.size() < FRAMES - 1 - step.number % 4) {
                        allocateOne(TYPED);
                    }
                }
                case RUN -> allocateRun(1 + step.number % 40, step.order);
                case SHARE -> pick(untyped, step.number, frame -> {
                    allocator.addReference((long) frame * PAGE);
                    used.merge(frame, 1, Integer::sum);
                });
                case DROP -> pick(untyped, step.number, this::drop);
                case FREE_RUN -> pick(typed, step.number, frame -> free(frame, 1 + step.order));
                case FREE_PART -> pick(typed, step.number, frame -> free(frame, 1));
                default -> pick(free(), step.number, frame ->
                        assertThatThrownBy(() -> allocator.dropReference((long) frame * PAGE)).isInstanceOf(IllegalStateException.class));
            }
        }

        private static void pick(List<Integer> frames, int number, java.util.function.IntConsumer action) {
            if (!frames.isEmpty()) {
                action.accept(frames.get(number % frames.size()));
            }
        }

        private List<Integer> free() {
            List<Integer> frames = new ArrayList<>();
            for (int i = 1; i < FRAMES; i++) {
                if (!used.containsKey(i)) {
                    frames.add(i);
                }
            }
            return frames;
        }

        private void allocateOne(int references) {
            if (used.size() == FRAMES - 1) {
                assertThatThrownBy(allocator::allocateTyped).isInstanceOf(OutOfMemoryError.class);
                return;
            }
            long frame = references == TYPED ? allocator.allocateTyped() : allocator.allocateUntypedZeroed();
            if (references != TYPED) {
                assertThat(Address.loadLong(memory.address(frame)) | Address.loadLong(memory.address(frame) + PAGE - 8)).as("zeroed").isZero();
            }
            own((int) (frame / PAGE), references);
        }

        private void allocateRun(int frames, int order) {
            int blockOrder = Math.max(order, 32 - Integer.numberOfLeadingZeros(frames - 1));
            long run = allocator.allocateRun(frames, order);
            assertThat(run != 0).as("a run of " + frames + " frames was found, as there is a free block of order " + blockOrder)
                    .isEqualTo(hasFreeBlock(blockOrder));
            if (run != 0) {
                assertThat(run % ((long) PAGE << order)).isZero();
                for (int i = 0; i < frames; i++) {
                    own((int) (run / PAGE) + i, TYPED);
                }
            }
        }

        private boolean hasFreeBlock(int order) {
            for (int start = 0; start + (1 << order) <= FRAMES; start += 1 << order) {
                if (start > 0 && used.subMap(start, start + (1 << order)).isEmpty()) {
                    return true;
                }
            }
            return false;
        }

        private void own(int frame, int references) {
            assertThat(frame).isBetween(1, FRAMES - 1);
            assertThat(used.put(frame, references)).as("frame " + frame + " has another owner").isNull();
            Address.fillWords(memory.address((long) frame * PAGE), PAGE, frame * 0x0101_0101L);
        }

        private void drop(int frame) {
            allocator.dropReference((long) frame * PAGE);
            used.computeIfPresent(frame, (key, references) -> references == 1 ? null : references - 1);
        }

        private void free(int first, int most) {
            int count = 0;
            while (count < most && used.getOrDefault(first + count, 1) == TYPED) {
                used.remove(first + count);
                count++;
            }
            allocator.freeTyped((long) first * PAGE, count);
        }

        void check() {
            assertThat(allocator.freeFrames()).isEqualTo(FRAMES - 1 - used.size());
            used.forEach((frame, references) -> {
                long address = memory.address((long) frame * PAGE);
                assertThat(Address.loadLong(address) == frame * 0x0101_0101L && Address.loadLong(address + PAGE - 8) == frame * 0x0101_0101L)
                        .as("bytes of frame " + frame).isTrue();
                if (references != TYPED) {
                    assertThat(allocator.referenceCount((long) frame * PAGE)).as("references of frame " + frame).isEqualTo(references);
                }
            });
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(Arbitraries.of(Kind.class), Arbitraries.integers().between(0, 255), Arbitraries.integers().between(0, 5))
                .as(Step::new).list().ofMaxSize(120);
    }

    @Property(tries = 200)
    void everyFrameHasOneOwnerAndNoneIsLost(@ForAll("steps") List<Step> steps) {
        try (World world = new World()) {
            for (Step step : steps) {
                world.run(step);
                world.check();
            }
            for (int frame : new ArrayList<>(world.used.keySet())) {
                while (world.used.containsKey(frame)) {
                    if (world.used.get(frame) == TYPED) {
                        world.free(frame, 1);
                    } else {
                        world.drop(frame);
                    }
                }
            }
            assertThat(world.allocator.allocateRun(FRAMES / 2, 0)).as("everything merged again").isNotZero();
        }
    }

    @Example
    void aReferenceThatIsDroppedOnceTooOftenIsNoticed() {
        try (World world = new World()) {
            world.run(new Step(Kind.UNTYPED, 0, 0));
            world.allocator.dropReference((long) world.used.firstKey() * PAGE);
            assertThatThrownBy(world::check).isInstanceOf(AssertionError.class);
            assertThatThrownBy(() -> world.run(new Step(Kind.TYPED, 0, 0))).hasMessageContaining("has another owner");
        }
    }
}
