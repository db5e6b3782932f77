package org.asterism.service.mm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asterism.kernel.abi.MemoryFlags.*;
import static org.asterism.service.mm.TestProgram.PAGE;
import static org.asterism.service.mm.TestProgram.errorOf;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.ostd.host.TestMachine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemappingTest {
    private static final int ANONYMOUS = MAP_PRIVATE | MAP_ANONYMOUS;
    private static final int READ_WRITE = PROT_READ | PROT_WRITE;
    private static final long BASE = 0x2000_0000L;
    private static final long ELSEWHERE = 0x3000_0000L;

    private TestMachine machine;
    private TestProgram program;

    @BeforeEach
    void boot() {
        machine = TestMachine.builder().memory(8 << 20).build();
        program = new TestProgram();
    }

    @AfterEach
    void nothingLeaks() {
        program.close();
        assertThat(machine.framesInUse()).isZero();
        machine.close();
    }

    private long at(long address, int pages) throws KernelException {
        return program.mapping.mmap(program.thread, address, (long) pages * PAGE, READ_WRITE, ANONYMOUS | MAP_FIXED, -1, 0);
    }

    private long remap(long address, long oldPages, long newPages, int flags, long target) throws KernelException {
        return program.mapping.mremap(program.thread, address, oldPages * PAGE, newPages * PAGE, flags, target);
    }

    @Test
    void growsInPlaceWhereThereIsRoomElseMovesIfItMay() throws KernelException {
        at(BASE, 2);
        program.store(BASE + PAGE, 5);
        assertThat(remap(BASE, 2, 4, 0, 0)).isEqualTo(BASE);
        at(BASE + 4 * PAGE, 1);
        program.mapping.mprotect(program.thread, BASE + 4 * PAGE, PAGE, PROT_READ);
        assertThat(errorOf(() -> remap(BASE, 4, 5, 0, 0))).isEqualTo(Errno.ENOMEM);
        long moved = remap(BASE, 4, 5, MREMAP_MAYMOVE, 0);
        assertThat(moved).isNotEqualTo(BASE);
        assertThat(program.load(moved + PAGE)).isEqualTo(5);
        assertThat(program.load(BASE)).isEqualTo(-1);
        assertThat(program.store(moved + 4 * PAGE, 1)).isTrue();
    }

    @Test
    void shrinksByUnmappingTheTail() throws KernelException {
        at(BASE, 4);
        assertThat(remap(BASE, 4, 1, 0, 0)).isEqualTo(BASE);
        assertThat(program.space.virtualBytes()).isEqualTo(PAGE);
    }

    @Test
    void fixedReplacesWhatIsThere() throws KernelException {
        at(BASE, 2);
        program.store(BASE, 6);
        at(ELSEWHERE, 3);
        program.store(ELSEWHERE, 7);
        assertThat(remap(BASE, 2, 2, MREMAP_MAYMOVE | MREMAP_FIXED, ELSEWHERE)).isEqualTo(ELSEWHERE);
        assertThat(program.load(ELSEWHERE)).isEqualTo(6);
        assertThat(program.space.virtualBytes()).isEqualTo(3 * PAGE);
    }

    @Test
    void dontUnmapLeavesAnEmptyMappingBehind() throws KernelException {
        at(BASE, 1);
        program.store(BASE, 6);
        long moved = remap(BASE, 1, 1, MREMAP_MAYMOVE | MREMAP_DONTUNMAP, 0);
        assertThat(program.load(moved)).isEqualTo(6);
        assertThat(program.load(BASE)).isZero();
    }

    @Test
    void oldLengthZeroDuplicatesASharedMapping() throws KernelException {
        long shared = program.map(1, READ_WRITE, MAP_SHARED | MAP_ANONYMOUS);
        long twin = remap(shared, 0, 1, MREMAP_MAYMOVE, 0);
        program.store(twin, 8);
        assertThat(program.load(shared)).isEqualTo(8);
        at(BASE, 1);
        assertThat(errorOf(() -> remap(BASE, 0, 1, MREMAP_MAYMOVE, 0))).isEqualTo(Errno.EINVAL);
    }

    @Test
    void errorsFollowLinux() throws KernelException {
        at(BASE, 2);
        assertThat(errorOf(() -> remap(BASE, 2, 3, 8, 0))).isEqualTo(Errno.EINVAL);
        assertThat(errorOf(() -> remap(BASE, 2, 3, MREMAP_FIXED, ELSEWHERE))).isEqualTo(Errno.EINVAL);
        assertThat(errorOf(() -> remap(BASE, 2, 3, MREMAP_DONTUNMAP | MREMAP_MAYMOVE, 0))).isEqualTo(Errno.EINVAL);
        assertThat(errorOf(() -> remap(BASE + 1, 2, 3, 0, 0))).isEqualTo(Errno.EINVAL);
        assertThat(errorOf(() -> remap(BASE, 2, 0, 0, 0))).isEqualTo(Errno.EINVAL);
        assertThat(errorOf(() -> remap(ELSEWHERE, 1, 2, MREMAP_MAYMOVE, 0))).isEqualTo(Errno.EFAULT);
        assertThat(errorOf(() -> remap(BASE, 3, 4, MREMAP_MAYMOVE, 0))).isEqualTo(Errno.EFAULT);
        assertThat(errorOf(() -> remap(BASE, 2, 2, MREMAP_MAYMOVE | MREMAP_FIXED, BASE + PAGE))).isEqualTo(Errno.EINVAL);
        assertThat(errorOf(() -> remap(BASE, 2, 2, MREMAP_MAYMOVE | MREMAP_FIXED, ELSEWHERE + 1))).isEqualTo(Errno.EINVAL);
        assertThat(program.space.virtualBytes()).isEqualTo(2 * PAGE);
    }

    @Test
    void movingWithoutMemoryForTablesMovesNothing() throws KernelException {
        at(BASE, 1);
        program.store(BASE, 3);
        machine.failFrameAllocationAfter(0);
        assertThat(errorOf(() -> remap(BASE, 1, 1, MREMAP_MAYMOVE | MREMAP_FIXED, ELSEWHERE))).isEqualTo(Errno.ENOMEM);
        machine.stopFailingFrameAllocations();
        assertThat(program.load(BASE)).isEqualTo(3);
        assertThat(program.load(ELSEWHERE)).isEqualTo(-1);
    }
}
