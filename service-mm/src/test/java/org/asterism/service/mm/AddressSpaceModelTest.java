package org.asterism.service.mm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.memory.Mapping;
import org.asterism.kernel.memory.Placement;
import org.asterism.ostd.host.TestMachine;
import org.asterism.ostd.mm.Protection;
import org.asterism.ostd.mm.VmSpace;

/** Random sequences of operations on related address spaces against a model that knows each page by itself. */
class AddressSpaceModelTest {
    private static final long BASE = 0x1000_0000L;
    private static final int PAGES = 24;
    private static final int FILE_PAGES = 12;
    private static final int PAGE = 4096;

    /** What backs a page: shared pages of the model are the same object in several places. */
    private static final class Cell {
        int value;

        Cell(int value) {
            this.value = value;
        }
    }

    /** One mapped page of the model. */
    private static final class Page {
        int protection;
        boolean shared;
        boolean pastEnd;
        Cell cell;
        /** Private file pages show the file's changes until the first store. */
        boolean untouched;

        @Override
        public String toString() {
            return "protection " + protection + (shared ? " shared" : "") + (pastEnd ? " past end" : "")
                    + (untouched ? " untouched" : "") + " value " + cell.value;
        }

        Page copy() {
            Page copy = new Page();
            copy.protection = protection;
            copy.shared = shared;
            copy.pastEnd = pastEnd;
            copy.untouched = untouched;
            copy.cell = shared || untouched ? cell : new Cell(cell.value);
            return copy;
        }
    }

    /** A real space beside its model. */
    private static final class Pair {
        final UserAddressSpace real;
        final Page[] model = new Page[PAGES];

        Pair(UserAddressSpace real) {
            this.real = real;
        }
    }

    private final List<Pair> spaces = new ArrayList<>();
    private Cell[] fileCells;
    private MemoryFile file;
    private Random random;

    @Property(tries = 150)
    void behavesAsPagesOneByOne(@ForAll long seed, @ForAll @IntRange(min = 20, max = 120) int steps) throws KernelException {
        spaces.clear();
        random = new Random(seed);
        try (TestMachine machine = TestMachine.builder().memory(16 << 20).build()) {
            file = new MemoryFile((long) FILE_PAGES * PAGE - 100);
            fileCells = new Cell[FILE_PAGES];
            for (int i = 0; i < FILE_PAGES; i++) {
                fileCells[i] = new Cell(i + 1);
                file.put((long) i * PAGE, i + 1);
            }
            spaces.add(new Pair(new UserAddressSpace(VmSpace.maximumAddress())));
            for (int i = 0; i < steps && !spaces.isEmpty(); i++) {
                step();
            }
            for (Pair pair : spaces) {
                compare(pair);
            }
            for (Pair pair : spaces) {
                pair.real.release();
            }
            assertThat(file.mappings).isZero();
            file.resize(0);
            assertThat(machine.framesInUse()).isZero();
        }
    }

    private void step() throws KernelException {
        Pair pair = spaces.get(random.nextInt(spaces.size()));
        int first = random.nextInt(PAGES);
        int count = 1 + random.nextInt(Math.min(8, PAGES - first));
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> map(pair, first, count);
            case 3 -> unmap(pair, first, count);
            case 4, 5 -> protect(pair, first, count);
            case 6, 7, 8 -> store(pair, first);
            case 9 -> remap(pair, first, count);
            case 10 -> discard(pair, first, count);
            default -> forkOrEnd(pair);
        }
        if (!spaces.contains(pair)) {
            return;
        }
        check(pair, first);
        check(pair, random.nextInt(PAGES));
    }

    private void map(Pair pair, int first, int count) throws KernelException {
        boolean shared = random.nextBoolean();
        int offset = random.nextInt(FILE_PAGES);
        boolean fromFile = random.nextBoolean();
        int protection = random.nextInt(8);
        long start = pair.real.map(at(first), (long) count * PAGE, protection, shared, Placement.REPLACE,
                fromFile ? file : null, fromFile ? (long) offset * PAGE : 0, true);
        assertThat(start).isEqualTo(at(first));
        for (int i = 0; i < count; i++) {
            Page page = new Page();
            page.protection = protection;
            page.shared = shared;
            page.pastEnd = fromFile && offset + i >= FILE_PAGES;
            page.untouched = fromFile && !shared;
            page.cell = fromFile && !page.pastEnd ? fileCells[offset + i] : new Cell(0);
            pair.model[first + i] = page;
        }
    }

    private void unmap(Pair pair, int first, int count) throws KernelException {
        pair.real.unmap(at(first), (long) count * PAGE);
        for (int i = first; i < first + count; i++) {
            pair.model[i] = null;
        }
    }

    private void protect(Pair pair, int first, int count) {
        int protection = random.nextInt(8);
        boolean hole = false;
        for (int i = first; i < first + count && !hole; i++) {
            hole = pair.model[i] == null;
            if (!hole) {
                pair.model[i].protection = protection;
            }
        }
        Errno error = null;
        try {
            pair.real.protect(at(first), (long) count * PAGE, protection);
        } catch (KernelException failed) {
            error = failed.errno();
        }
        assertThat(error).isEqualTo(hole ? Errno.ENOMEM : null);
    }

    private void store(Pair pair, int index) {
        int value = 1 + random.nextInt(120);
        Page page = pair.model[index];
        boolean allowed = page != null && (page.protection & Protection.WRITE) != 0 && !page.pastEnd;
        int written = pair.real.write(at(index), new byte[] {(byte) value}, 0, 1);
        assertThat(written).isEqualTo(allowed ? 1 : 0);
        if (!allowed) {
            return;
        }
        if (page.untouched) {
            page.untouched = false;
            page.cell = new Cell(value);
        }
        page.cell.value = value;
    }

    private void remap(Pair pair, int first, int count) throws KernelException {
        Page source = pair.model[first];
        if (source == null || source.shared) {
            return;
        }
        long target = BASE + (long) (PAGES + 8) * PAGE;
        int flags = 3;
        try {
            pair.real.remap(at(first), PAGE, PAGE, flags, target);
            pair.real.remap(target, PAGE, PAGE, flags, at(first));
        } catch (KernelException failed) {
            throw new AssertionError(failed);
        }
    }

    /** MADV_DONTNEED: private pages fall back to what they were mapped from; only whole anonymous or shared runs are modelled. */
    private void discard(Pair pair, int first, int count) throws KernelException {
        for (int i = first; i < first + count; i++) {
            Page page = pair.model[i];
            if (page == null || !page.shared && !page.untouched) {
                return;
            }
        }
        Advice.apply(pair.real, at(first), (long) count * PAGE, 4);
    }

    private void forkOrEnd(Pair pair) throws KernelException {
        if (spaces.size() > 3) {
            spaces.remove(pair);
            pair.real.release();
            return;
        }
        Pair child = new Pair((UserAddressSpace) pair.real.fork());
        for (int i = 0; i < PAGES; i++) {
            child.model[i] = pair.model[i] == null ? null : pair.model[i].copy();
        }
        spaces.add(child);
    }

    private void compare(Pair pair) {
        long mapped = 0;
        for (int i = 0; i < PAGES; i++) {
            check(pair, i);
            mapped += pair.model[i] == null ? 0 : PAGE;
        }
        assertThat(pair.real.virtualBytes()).isEqualTo(mapped);
        Mapping previous = null;
        for (Mapping mapping : pair.real.mappings()) {
            assertThat(mapping.start()).isLessThan(mapping.end());
            assertThat(previous == null || previous.end() <= mapping.start()).isTrue();
            for (long at = mapping.start(); at < mapping.end(); at += PAGE) {
                Page page = pair.model[(int) ((at - BASE) / PAGE)];
                assertThat(page.protection).isEqualTo(mapping.protection());
                assertThat(page.shared).isEqualTo(mapping.shared());
            }
            previous = mapping;
        }
    }

    private void check(Pair pair, int index) {
        Page page = pair.model[index];
        boolean readable = page != null && page.protection != 0 && !page.pastEnd;
        byte[] seen = new byte[1];
        assertThat(pair.real.read(at(index), seen, 0, 1)).as("read of page %d, model %s, real %s, fault %s", index, page,
                pair.real.mappings(), pair.real.handleFault(at(index), Protection.READ)).isEqualTo(readable ? 1 : 0);
        if (readable) {
            assertThat((int) seen[0]).isEqualTo(page.cell.value);
        }
    }

    private static long at(int index) {
        return BASE + (long) index * PAGE;
    }
}
