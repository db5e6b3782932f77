package org.asterism.ostd.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.asterism.ostd.arch.PageTableFormat;
import org.asterism.ostd.arch.SimulatedFormat;
import org.asterism.ostd.arch.SimulatedPhysicalMemory;
import org.asterism.ostd.frames.FrameAllocator;
import org.asterism.ostd.mm.PageState;
import org.asterism.ostd.mm.Protection;
import org.asterism.ostd.unsafe.SimulatedMemory;

/**
 * Random sequences of map, unmap, protect, move, clone, fault and destroy in several spaces against maps of pages: contents and rights are
 * the model's, exactly the frames it needs are in use, and no processor remembers what is gone.
 */
class PagingModelTest {
    private static final int FRAMES = 1024;
    private static final int SPACES = 3;
    private static final int READ_WRITE = Protection.READ | Protection.WRITE;
    private static final long PAGE = 0x1000;

    private enum Kind { MAP, MAP_SHARED, UNMAP, PROTECT, CLONE, MAKE_PRIVATE, WRITE, USE, MOVE, DESTROY }

    /** One operation: which space, which page, how many pages, and a number for the rest. */
    private record Step(Kind kind, int space, int page, int pages, int number) {}

    /** A frame of the model: who share it, and its first byte. */
    private static final class Content {
        private byte first;
    }

    private record Mapping(Content content, int protection) {}

    /** Spaces, their models, and the machine below. */
    private static final class World implements AutoCloseable {
        private final SimulatedPhysicalMemory memory = new SimulatedPhysicalMemory(FRAMES * PAGE);
        private final long metadata = SimulatedMemory.reserve(FrameAllocator.metadataBytes(FRAMES));
        private final FrameAllocator allocator = new FrameAllocator(memory, metadata, FRAMES);
        private final SimulatedFormat format = new SimulatedFormat();
        private final SimulatedTranslation processor = new SimulatedTranslation(format, allocator);
        private final UserPaging paging = new UserPaging(allocator, format, processor, new NoActivation());
        private final AddressSpace[] spaces = new AddressSpace[SPACES];
        private final List<TreeMap<Long, Mapping>> models = new ArrayList<>();

        World() {
            allocator.add(0, FRAMES * PAGE);
            for (int i = 0; i < SPACES; i++) {
                models.add(new TreeMap<>());
                spaces[i] = create(i);
            }
        }

        @Override
        public void close() {
            SimulatedMemory.release(metadata, FrameAllocator.metadataBytes(FRAMES));
            SimulatedMemory.release(memory.address(0), FRAMES * PAGE);
        }

        /** Faults on absent pages map them, those on shared ones make them private. */
        private AddressSpace create(int number) {
            return (AddressSpace) paging.create((address, access) -> {
                long page = address & -PAGE;
                Mapping old = models.get(number).get(page);
                if (old == null) {
                    models.get(number).put(page, new Mapping(new Content(), READ_WRITE));
                    return paging.mapZeroed(spaces[number], page, READ_WRITE);
                }
                own(number, page, READ_WRITE);
                return true;
            });
        }

        /** Pages lie in four clusters, three of them across the end of a table, a directory and an entry of the root. */
        private static long address(int page) {
            long[] clusters = {0x5f_8000, 0x5e_0000, 0x3fff_8000, 0x7f_ffff_8000L};
            return clusters[page >>> 4 & 3] + (page & 15) * PAGE;
        }

        void run(Step step) {
            TreeMap<Long, Mapping> model = models.get(step.space);
            AddressSpace space = spaces[step.space];
            long address = address(step.page);
            long length = (1 + step.pages) * PAGE;
            int protection = step.number & 7;
            switch (step.kind) {
                case MAP -> assertThat(paging.mapZeroed(space, address, protection))
                        .isEqualTo(model.putIfAbsent(address, new Mapping(new Content(), protection)) == null);
                case MAP_SHARED -> share(step, address, protection);
                case UNMAP -> {
                    int before = model.size();
                    model.subMap(address, address + length).clear();
                    assertThat(paging.unmap(space, address, length)).isEqualTo(before - model.size());
                }
                case PROTECT -> {
                    model.subMap(address, address + length).replaceAll((page, old) -> new Mapping(old.content, protection));
                    paging.protect(space, address, length, protection);
                }
                case CLONE -> copyOnWrite(step.space, (step.space + 1 + step.number % (SPACES - 1)) % SPACES, address, length);
                case MAKE_PRIVATE -> own(step.space, address, protection);
                case WRITE -> write(step.space, address, (byte) step.number);
                case USE -> use(space, address);
                case MOVE -> move(step, address, length);
                default -> {
                    destroy(step.space);
                    spaces[step.space] = create(step.space);
                }
            }
        }

        private void share(Step step, long address, int protection) {
            Map<Long, Mapping> from = models.get((step.space + 1) % SPACES);
            from.entrySet().stream().skip(step.pages).findFirst().ifPresent(shared -> {
                long frame = format.frame(processor.use(spaces[(step.space + 1) % SPACES].root(), shared.getKey()));
                allocator.addReference(frame);
                Mapping mapping = new Mapping(shared.getValue().content, protection);
                assertThat(paging.map(spaces[step.space], address, frame, protection))
                        .isEqualTo(models.get(step.space).putIfAbsent(address, mapping) == null);
            });
        }

        private void own(int number, long address, int protection) {
            Mapping old = models.get(number).get(address);
            if (old != null) {
                Content content = old.content;
                if (sharers(content) > 1) {
                    content = new Content();
                    content.first = old.content.first;
                }
                models.get(number).put(address, new Mapping(content, protection));
            }
            assertThat(paging.makePrivate(spaces[number], address, protection)).isEqualTo(old != null);
        }

        private long sharers(Content content) {
            return models.stream().flatMap(model -> model.values().stream()).filter(mapping -> mapping.content == content).count();
        }

        private void write(int number, long address, byte value) {
            assertThat(paging.writeSpace(spaces[number], address, new byte[] {value}, 0, 1)).isEqualTo(1);
            models.get(number).get(address).content.first = value;
        }

        private void use(AddressSpace space, long address) {
            for (long page = address & -0x10000L; page < (address & -0x10000L) + 0x10000; page += PAGE) {
                processor.use(space.root(), page);
            }
        }

        private void copyOnWrite(int parent, int child, long address, long length) {
            boolean refused = false;
            for (Map.Entry<Long, Mapping> entry : models.get(parent).subMap(address, address + length).entrySet()) {
                refused = models.get(child).containsKey(entry.getKey());
                if (refused) {
                    break;
                }
                entry.setValue(new Mapping(entry.getValue().content, entry.getValue().protection & ~Protection.WRITE));
                models.get(child).put(entry.getKey(), entry.getValue());
            }
            try {
                paging.cloneCopyOnWrite(spaces[parent], spaces[child], address, length);
                assertThat(refused).as("a page that the child mapped was cloned over").isFalse();
            } catch (IllegalArgumentException mapped) {
                assertThat(refused).as(mapped.getMessage()).isTrue();
            }
        }

        private void move(Step step, long address, long length) {
            long target = address(step.number);
            TreeMap<Long, Mapping> model = models.get(step.space);
            boolean refused = address < target + length && target < address + length
                    || model.subMap(address, address + length).keySet().stream().anyMatch(page -> model.containsKey(page - address + target));
            if (refused) {
                assertThatThrownBy(() -> paging.move(spaces[step.space], address, target, length)).isInstanceOf(IllegalArgumentException.class);
                return;
            }
            Map<Long, Mapping> moved = new HashMap<>(model.subMap(address, address + length));
            model.subMap(address, address + length).clear();
            moved.forEach((page, mapping) -> model.put(page - address + target, mapping));
            paging.move(spaces[step.space], address, target, length);
        }

        private void destroy(int number) {
            processor.forget(spaces[number].root());
            models.get(number).clear();
            paging.destroy(spaces[number]);
        }

        void check() {
            Set<Content> contents = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
            long tables = 0;
            for (int i = 0; i < SPACES; i++) {
                AddressSpace space = spaces[i];
                TreeMap<Long, Mapping> model = models.get(i);
                assertThat(paging.residentPages(space)).isEqualTo(model.size());
                byte[] seen = new byte[1];
                model.forEach((page, mapping) -> {
                    int shared = sharers(mapping.content) > 1 ? PageState.SHARED : 0;
                    assertThat(paging.query(space, page)).as("state of 0x%x", page).isEqualTo(PageState.PRESENT | shared | mapping.protection);
                    if ((mapping.protection & Protection.READ) != 0) {
                        paging.readSpace(space, page, seen, 0, 1);
                        assertThat(seen[0]).as("byte at 0x%x", page).isEqualTo(mapping.content.first);
                    }
                    contents.add(mapping.content);
                });
                processor.check(space.root());
                tables += tables(model);
            }
            assertThat(FRAMES - 1 - allocator.freeFrames()).as("frames in use: roots, tables, pages").isEqualTo(SPACES + tables + contents.size());
        }

        /** How many tables below the root the pages of a space need. */
        private static long tables(Map<Long, Mapping> model) {
            long count = 0;
            for (int level = 1; level < 4; level++) {
                Set<Long> spans = new HashSet<>();
                for (long page : model.keySet()) {
                    spans.add(page / PageTableFormat.span(level));
                }
                count += spans.size();
            }
            return count;
        }
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

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(Arbitraries.of(Kind.class), Arbitraries.integers().between(0, SPACES - 1),
                Arbitraries.integers().between(0, 63), Arbitraries.integers().between(0, 20), Arbitraries.integers().between(0, 63))
                .as(Step::new).list().ofMaxSize(100);
    }

    @Property(tries = 300)
    void spacesMatchTheirMapsAndNoFrameIsLostOrUsedTwice(@ForAll("steps") List<Step> steps) {
        try (World world = new World()) {
            for (Step step : steps) {
                world.run(step);
                world.check();
            }
            for (int i = 0; i < SPACES; i++) {
                world.destroy(i);
            }
            assertThat(world.allocator.freeFrames()).isEqualTo(FRAMES - 1);
        }
    }

    @Example
    void aProcessorThatIsNotToldToForgetIsNoticed() {
        try (World world = new World()) {
            world.processor.deaf = true;
            world.run(new Step(Kind.MAP, 0, 0, 0, READ_WRITE));
            world.run(new Step(Kind.USE, 0, 0, 0, 0));
            world.check();
            world.run(new Step(Kind.PROTECT, 0, 0, 0, Protection.READ));
            assertThatThrownBy(world::check).hasMessageContaining("rights of the remembered page");
        }
    }
}
