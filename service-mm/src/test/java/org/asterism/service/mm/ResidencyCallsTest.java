package org.asterism.service.mm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asterism.kernel.abi.MemoryFlags.*;
import static org.asterism.service.mm.TestProgram.PAGE;
import static org.asterism.service.mm.TestProgram.errorOf;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.ResourceConstants;
import org.asterism.ostd.host.TestMachine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResidencyCallsTest {
    private static final int ANONYMOUS = MAP_PRIVATE | MAP_ANONYMOUS;
    private static final int READ_WRITE = PROT_READ | PROT_WRITE;

    private TestMachine machine;
    private TestProgram program;
    private ResidencyCalls calls;
    private long start;

    @BeforeEach
    void boot() throws KernelException {
        machine = TestMachine.builder().memory(8 << 20).build();
        program = new TestProgram();
        calls = program.residency;
        start = program.map(4, READ_WRITE, ANONYMOUS);
    }

    @AfterEach
    void nothingLeaks() {
        program.close();
        assertThat(machine.framesInUse()).isZero();
        machine.close();
    }

    @Test
    void dontNeedGivesZeroesAgainAndReportsHoles() throws KernelException {
        program.store(start, 5);
        calls.madvise(program.thread, start, PAGE, MADV_DONTNEED);
        assertThat(program.load(start)).isZero();
        program.store(start + 2 * PAGE, 5);
        program.mapping.munmap(program.thread, start + PAGE, PAGE);
        assertThat(errorOf(() -> calls.madvise(program.thread, start, 3 * PAGE, MADV_DONTNEED))).isEqualTo(Errno.ENOMEM);
        assertThat(program.load(start + 2 * PAGE)).isZero();
    }

    @Test
    void forkAdviceDecidesWhatChildrenGet() throws KernelException {
        for (int i = 0; i < 4; i++) {
            program.store(start + (long) i * PAGE, i + 1);
        }
        calls.madvise(program.thread, start + PAGE, PAGE, MADV_DONTFORK);
        calls.madvise(program.thread, start + 2 * PAGE, PAGE, MADV_WIPEONFORK);
        UserAddressSpace child = (UserAddressSpace) program.space.fork();
        byte[] seen = new byte[1];
        assertThat(child.read(start + PAGE, seen, 0, 1)).isZero();
        assertThat(child.read(start + 2 * PAGE, seen, 0, 1)).isEqualTo(1);
        assertThat(seen[0]).isZero();
        assertThat(child.read(start + 3 * PAGE, seen, 0, 1)).isEqualTo(1);
        assertThat(seen[0]).isEqualTo((byte) 4);
        child.release();
    }

    @Test
    void adviceErrorsFollowLinux() {
        assertThat(errorOf(() -> calls.madvise(program.thread, start, PAGE, 99))).isEqualTo(Errno.EINVAL);
        assertThat(errorOf(() -> calls.madvise(program.thread, start, PAGE, 12))).isEqualTo(Errno.EINVAL);
        assertThat(errorOf(() -> calls.madvise(program.thread, start + 1, PAGE, MADV_NORMAL))).isEqualTo(Errno.EINVAL);
        assertThat(errorOf(() -> calls.madvise(program.thread, start, -1, MADV_NORMAL))).isEqualTo(Errno.EINVAL);
        assertThat(errorOf(() -> calls.madvise(program.thread, start, 0, MADV_NORMAL))).isNull();
    }

    @Test
    void mincoreTellsWhichPagesArePresent() throws KernelException {
        program.store(start + PAGE, 1);
        long vector = start + 3 * PAGE;
        calls.mincore(program.thread, start, 3 * PAGE, vector);
        assertThat(program.load(vector)).isZero();
        assertThat(program.load(vector + 1)).isEqualTo(1);
        assertThat(errorOf(() -> calls.mincore(program.thread, start - PAGE, PAGE, vector))).isEqualTo(Errno.ENOMEM);
        assertThat(errorOf(() -> calls.mincore(program.thread, start + 1, PAGE, vector))).isEqualTo(Errno.EINVAL);
        assertThat(errorOf(() -> calls.mincore(program.thread, start, PAGE, 16))).isEqualTo(Errno.EFAULT);
    }

    @Test
    void msyncChecksItsArguments() throws KernelException {
        assertThat(calls.msync(program.thread, start, PAGE, MS_SYNC)).isZero();
        assertThat(errorOf(() -> calls.msync(program.thread, start, PAGE, MS_SYNC | MS_ASYNC))).isEqualTo(Errno.EINVAL);
        assertThat(errorOf(() -> calls.msync(program.thread, start, PAGE, 8))).isEqualTo(Errno.EINVAL);
        assertThat(errorOf(() -> calls.msync(program.thread, start - PAGE, PAGE, MS_SYNC))).isEqualTo(Errno.ENOMEM);
    }

    @Test
    void lockedMemoryIsPresentAndCountsAgainstTheLimit() throws KernelException {
        calls.mlock(program.thread, start + 5, PAGE);
        assertThat(program.space.residentBytes()).isEqualTo(2 * PAGE);
        assertThat(program.space.lockedBytes()).isEqualTo(2 * PAGE);
        assertThat(errorOf(() -> calls.msync(program.thread, start, PAGE, MS_INVALIDATE))).isEqualTo(Errno.EBUSY);
        assertThat(errorOf(() -> calls.madvise(program.thread, start, PAGE, MADV_DONTNEED))).isEqualTo(Errno.EINVAL);
        calls.munlock(program.thread, start, 4 * PAGE);
        assertThat(program.space.lockedBytes()).isZero();
        assertThat(errorOf(() -> calls.mlock(program.thread, start - PAGE, 2 * PAGE))).isEqualTo(Errno.ENOMEM);
        program.becomeUser();
        program.limits.put(ResourceConstants.RLIMIT_MEMLOCK, (long) PAGE);
        assertThat(errorOf(() -> calls.mlock(program.thread, start, 2 * PAGE))).isEqualTo(Errno.ENOMEM);
        program.limits.put(ResourceConstants.RLIMIT_MEMLOCK, 0L);
        assertThat(errorOf(() -> calls.mlock(program.thread, start, PAGE))).isEqualTo(Errno.EPERM);
    }

    @Test
    void lockAllForTheFuturePopulatesNewMappings() throws KernelException {
        calls.mlockall(program.thread, MCL_CURRENT | MCL_FUTURE);
        assertThat(program.space.residentBytes()).isEqualTo(4 * PAGE);
        program.map(2, READ_WRITE, ANONYMOUS);
        assertThat(program.space.residentBytes()).isEqualTo(6 * PAGE);
        calls.munlockall(program.thread);
        program.map(2, READ_WRITE, ANONYMOUS);
        assertThat(program.space.residentBytes()).isEqualTo(6 * PAGE);
        assertThat(errorOf(() -> calls.mlockall(program.thread, MCL_ONFAULT))).isEqualTo(Errno.EINVAL);
    }
}
