package org.asterism.service.mm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asterism.kernel.abi.MemoryFlags.*;
import static org.asterism.service.mm.TestProgram.PAGE;
import static org.asterism.service.mm.TestProgram.errorOf;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.ResourceConstants;
import org.asterism.kernel.memory.EndlessZeroes;
import org.asterism.kernel.memory.FaultOutcome;
import org.asterism.kernel.memory.Mapping;
import org.asterism.ostd.host.TestMachine;
import org.asterism.ostd.mm.Protection;
import org.asterism.ostd.mm.VmSpace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MappingCallsTest {
    private static final int ANONYMOUS = MAP_PRIVATE | MAP_ANONYMOUS;
    private static final int READ_WRITE = PROT_READ | PROT_WRITE;
    private static final long BASE = 0x2000_0000L;

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

    @Test
    void anonymousMemoryIsZeroAndTakesFramesOnlyWhenTouched() throws KernelException {
        long start = program.map(100, READ_WRITE, ANONYMOUS);
        assertThat(program.space.residentBytes()).isZero();
        assertThat(program.load(start + 5 * PAGE)).isZero();
        assertThat(program.store(start + 5 * PAGE, 7)).isTrue();
        assertThat(program.load(start + 5 * PAGE)).isEqualTo(7);
        assertThat(program.space.residentBytes()).isEqualTo(PAGE);
        assertThat(program.space.virtualBytes()).isEqualTo(100 * PAGE);
    }

    @Test
    void whatFilesKeepIsNotAnAddressSpacesOwn() throws KernelException {
        long before = program.space.ownBytes();
        MemoryFile file = new MemoryFile(8 * PAGE);
        program.open(3, 0, file);
        long mapped = program.mapping.mmap(program.thread, 0, 8 * PAGE, PROT_READ, MAP_PRIVATE, 3, 0);
        for (int i = 0; i < 8; i++) {
            program.load(mapped + i * PAGE);
        }
        assertThat(program.space.residentBytes()).isEqualTo(8 * PAGE);
        assertThat(program.space.ownBytes() - before).isLessThan(PAGE);
        long start = program.map(4, READ_WRITE, ANONYMOUS);
        for (int i = 0; i < 4; i++) {
            program.store(start + i * PAGE, 1);
        }
        assertThat(program.space.ownBytes() - before).isBetween(4L * PAGE, 5L * PAGE);
        file.resize(0);
    }

    @Test
    void mmapErrorsFollowLinux() {
        program.open(3, 0, new MemoryFile(PAGE));
        program.open(4, 1, new MemoryFile(PAGE));
        program.open(5, 2, null);
        MappingCalls calls = program.mapping;
        assertThat(errorOf(() -> calls.mmap(program.thread, 0, 0, READ_WRITE, ANONYMOUS, -1, 0))).isEqualTo(Errno.EINVAL);
        assertThat(errorOf(() -> calls.mmap(program.thread, 0, PAGE, READ_WRITE, ANONYMOUS, -1, 1))).isEqualTo(Errno.EINVAL);
        assertThat(errorOf(() -> calls.mmap(program.thread, 0, PAGE, READ_WRITE, MAP_ANONYMOUS, -1, 0))).isEqualTo(Errno.EINVAL);
        assertThat(errorOf(() -> calls.mmap(program.thread, 0, -1, READ_WRITE, ANONYMOUS, -1, 0))).isEqualTo(Errno.ENOMEM);
        assertThat(errorOf(() -> calls.mmap(program.thread, 0, 1L << 60, READ_WRITE, ANONYMOUS, -1, 0))).isEqualTo(Errno.ENOMEM);
        assertThat(errorOf(() -> calls.mmap(program.thread, 0, 64 << 20, READ_WRITE, ANONYMOUS, -1, 0))).isEqualTo(Errno.ENOMEM);
        assertThat(errorOf(() -> calls.mmap(program.thread, 0, PAGE, PROT_READ, MAP_PRIVATE, 9, 0))).isEqualTo(Errno.EBADF);
        assertThat(errorOf(() -> calls.mmap(program.thread, 0, PAGE, READ_WRITE, MAP_SHARED, 3, 0))).isEqualTo(Errno.EACCES);
        assertThat(errorOf(() -> calls.mmap(program.thread, 0, PAGE, PROT_WRITE, MAP_PRIVATE, 4, 0))).isEqualTo(Errno.EACCES);
        assertThat(errorOf(() -> calls.mmap(program.thread, 0, PAGE, PROT_READ, MAP_PRIVATE, 5, 0))).isEqualTo(Errno.ENODEV);
        assertThat(errorOf(() -> calls.mmap(program.thread, BASE + 1, PAGE, PROT_READ, ANONYMOUS | MAP_FIXED, -1, 0)))
                .isEqualTo(Errno.EINVAL);
        assertThat(errorOf(() -> calls.mmap(program.thread, 0, PAGE, PROT_READ, ANONYMOUS | MAP_FIXED, -1, 0)))
                .isEqualTo(Errno.EPERM);
        assertThat(errorOf(() -> calls.mmap(program.thread, -PAGE, PAGE, PROT_READ, ANONYMOUS | MAP_FIXED, -1, 0)))
                .isEqualTo(Errno.ENOMEM);
        assertThat(errorOf(() -> calls.mmap(program.thread, 0, PAGE, PROT_READ, MAP_PRIVATE, 3, Long.MAX_VALUE - 4095)))
                .isEqualTo(Errno.EOVERFLOW);
    }

    @Test
    void placementIsTopDownWithoutGapsAndHintsAreTaken() throws KernelException {
        long first = program.map(2, READ_WRITE, ANONYMOUS);
        long second = program.map(3, PROT_READ, ANONYMOUS);
        assertThat(first + 2 * PAGE).isEqualTo(VmSpace.maximumAddress());
        assertThat(second + 3 * PAGE).isEqualTo(first);
        assertThat(program.mapping.mmap(program.thread, BASE + 77, PAGE, PROT_READ, ANONYMOUS, -1, 0)).isEqualTo(BASE);
        assertThat(program.mapping.mmap(program.thread, BASE, PAGE, PROT_READ, ANONYMOUS, -1, 0)).isEqualTo(second - PAGE);
        assertThat(errorOf(() -> program.mapping.mmap(program.thread, BASE, PAGE, PROT_READ,
                ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0))).isEqualTo(Errno.EEXIST);
        assertThat(program.map(1, PROT_READ, ANONYMOUS | MAP_32BIT)).isEqualTo(0x4000_0000L);
    }

    @Test
    void munmapMayBeginBelowTheLowestMappableAddress() throws KernelException {
        long lowest = VmSpace.minimumAddress();
        program.mapping.mmap(program.thread, lowest, 2 * PAGE, READ_WRITE, ANONYMOUS | MAP_FIXED, -1, 0);
        program.store(lowest, 1);
        program.mapping.munmap(program.thread, 0, lowest + PAGE);
        assertThat(program.space.virtualBytes()).isEqualTo(PAGE);
        program.mapping.munmap(program.thread, 0, VmSpace.maximumAddress());
        assertThat(program.space.virtualBytes()).isZero();
        assertThat(errorOf(() -> program.mapping.munmap(program.thread, PAGE, VmSpace.maximumAddress()))).isEqualTo(Errno.EINVAL);
    }

    @Test
    void neighboursWithTheSameRightsAreOneMapping() throws KernelException {
        program.map(2, READ_WRITE, ANONYMOUS);
        program.map(3, READ_WRITE, ANONYMOUS);
        assertThat(program.space.mappings()).hasSize(1);
        long start = program.space.mappings().get(0).start();
        program.mapping.mprotect(program.thread, start + PAGE, PAGE, PROT_READ);
        assertThat(program.space.mappings()).hasSize(3);
        program.mapping.mprotect(program.thread, start + PAGE, PAGE, READ_WRITE);
        assertThat(program.space.mappings()).hasSize(1);
        program.mapping.munmap(program.thread, start + 2 * PAGE, PAGE);
        assertThat(program.space.mappings()).hasSize(2);
        assertThat(program.space.virtualBytes()).isEqualTo(4 * PAGE);
    }

    @Test
    void mprotectKeepsWhatLiesBeforeTheHole() throws KernelException {
        long start = program.mapping.mmap(program.thread, BASE, PAGE, READ_WRITE, ANONYMOUS, -1, 0);
        assertThat(errorOf(() -> program.mapping.mprotect(program.thread, start, 2 * PAGE, PROT_READ))).isEqualTo(Errno.ENOMEM);
        assertThat(program.store(start, 1)).isFalse();
        assertThat(program.space.handleFault(start, Protection.WRITE)).isEqualTo(FaultOutcome.NOT_ALLOWED);
        assertThat(program.space.handleFault(start + PAGE, Protection.WRITE)).isEqualTo(FaultOutcome.NOT_MAPPED);
        assertThat(errorOf(() -> program.mapping.mprotect(program.thread, start, PAGE, 0x40))).isEqualTo(Errno.EINVAL);
        assertThat(errorOf(() -> program.mapping.mprotect(program.thread, start + 1, PAGE, 0))).isEqualTo(Errno.EINVAL);
        assertThat(errorOf(() -> program.mapping.mprotect(program.thread, start, -1, 0))).isEqualTo(Errno.ENOMEM);
        assertThat(errorOf(() -> program.mapping.mprotect(program.thread, start, 0, 0))).isNull();
    }

    @Test
    void sharedMappingOfAReadOnlyFileNeverBecomesWritable() throws KernelException {
        MemoryFile file = new MemoryFile(PAGE);
        program.open(3, 0, file);
        long start = program.mapping.mmap(program.thread, 0, PAGE, PROT_READ, MAP_SHARED, 3, 0);
        assertThat(errorOf(() -> program.mapping.mprotect(program.thread, start, PAGE, READ_WRITE))).isEqualTo(Errno.EACCES);
        long copy = program.mapping.mmap(program.thread, 0, PAGE, PROT_READ, MAP_PRIVATE, 3, 0);
        program.mapping.mprotect(program.thread, copy, PAGE, READ_WRITE);
        assertThat(program.load(copy)).isZero();
        assertThat(program.store(copy, 5)).isTrue();
        assertThat(file.byteAt(0)).isZero();
        file.resize(0);
    }

    @Test
    void fileMappingsShareThePageCacheAndEndWithTheFile() throws KernelException {
        MemoryFile file = new MemoryFile(2 * PAGE + 1);
        file.put(PAGE, 9);
        program.open(3, 2, file);
        long shared = program.mapping.mmap(program.thread, 0, 8 * PAGE, READ_WRITE, MAP_SHARED, 3, 0);
        long privately = program.mapping.mmap(program.thread, 0, 8 * PAGE, READ_WRITE, MAP_PRIVATE, 3, PAGE);
        assertThat(program.load(privately)).isEqualTo(9);
        program.store(shared + PAGE, 10);
        assertThat(program.load(privately)).isEqualTo(10);
        assertThat(file.byteAt(PAGE)).isEqualTo(10);
        program.store(privately, 11);
        assertThat(program.load(shared + PAGE)).isEqualTo(10);
        assertThat(program.space.handleFault(shared + 3 * PAGE, Protection.READ)).isEqualTo(FaultOutcome.PAST_END);
        assertThat(program.load(shared + 2 * PAGE + 5)).isZero();
        assertThat(file.mappings).isEqualTo(2);
        program.mapping.munmap(program.thread, shared + PAGE, PAGE);
        assertThat(file.mappings).isEqualTo(3);
        program.mapping.munmap(program.thread, shared, 8 * PAGE);
        program.mapping.munmap(program.thread, privately, 8 * PAGE);
        assertThat(file.mappings).isZero();
        file.resize(0);
    }

    @Test
    void truncatedPagesLeaveEveryMappingAndHolesLeaveCopiesAlone() throws KernelException {
        MemoryFile file = new MemoryFile(4 * PAGE);
        program.open(3, 2, file);
        long shared = program.mapping.mmap(program.thread, 0, 4 * PAGE, READ_WRITE, MAP_SHARED, 3, 0);
        long copy = program.mapping.mmap(program.thread, 0, 3 * PAGE, READ_WRITE, MAP_PRIVATE, 3, PAGE);
        for (int i = 0; i < 3; i++) {
            program.store(shared + (long) i * PAGE, i + 1);
            program.store(copy + (long) i * PAGE, i + 11);
        }
        file.punch(1, 2);
        assertThat(program.load(shared + PAGE)).isZero();
        assertThat(program.load(copy)).isEqualTo(11);
        file.resize(PAGE);
        assertThat(program.load(shared)).isEqualTo(1);
        assertThat(program.load(shared + PAGE)).isEqualTo(-1);
        assertThat(program.load(copy)).isEqualTo(-1);
        assertThat(program.space.handleFault(copy, Protection.READ)).isEqualTo(FaultOutcome.PAST_END);
        file.resize(3 * PAGE);
        program.store(shared + 2 * PAGE, 7);
        assertThat(file.byteAt(2 * PAGE)).isEqualTo(7);
        assertThat(program.load(copy + PAGE)).isEqualTo(7);
        file.resize(0);
    }

    @Test
    void readFaultMapsCachedNeighbours() throws KernelException {
        MemoryFile file = new MemoryFile(16 * PAGE);
        for (int i = 0; i < 16; i += 2) {
            file.put((long) i * PAGE, i);
        }
        program.open(3, 0, file);
        program.mapping.mmap(program.thread, BASE, 16 * PAGE, PROT_READ, MAP_PRIVATE, 3, 0);
        program.load(BASE);
        assertThat(program.space.residentBytes()).isEqualTo(8 * PAGE);
        program.mapping.munmap(program.thread, BASE, 16 * PAGE);
        file.resize(0);
    }

    @Test
    void forkCopiesOnWriteAndSharesSharedMemory() throws KernelException {
        long own = program.map(1, READ_WRITE, ANONYMOUS);
        long common = program.map(1, READ_WRITE, MAP_SHARED | MAP_ANONYMOUS);
        program.store(own, 1);
        UserAddressSpace child = (UserAddressSpace) program.space.fork();
        assertThat(child.residentBytes()).isEqualTo(PAGE);
        assertThat(child.write(own, new byte[] {2}, 0, 1)).isEqualTo(1);
        assertThat(child.write(common, new byte[] {3}, 0, 1)).isEqualTo(1);
        assertThat(program.load(own)).isEqualTo(1);
        assertThat(program.load(common)).isEqualTo(3);
        child.release();
        int frames = machine.framesInUse();
        assertThat(program.store(own, 4)).isTrue();
        assertThat(machine.framesInUse()).as("the last owner keeps the frame").isEqualTo(frames);
    }

    @Test
    void forkWithoutMemoryLeavesNothingBehind() throws KernelException {
        for (int i = 0; i < 4; i++) {
            program.mapping.mmap(program.thread, BASE + i * (4L << 20), PAGE, READ_WRITE, ANONYMOUS, -1, 0);
            program.store(BASE + i * (4L << 20), i);
        }
        int before = machine.framesInUse();
        for (int allocation = 0; allocation < 4; allocation++) {
            machine.failFrameAllocationAfter(allocation);
            assertThat(errorOf(() -> program.space.fork())).isEqualTo(Errno.ENOMEM);
            machine.stopFailingFrameAllocations();
            assertThat(machine.framesInUse()).isEqualTo(before);
        }
        assertThat(program.store(BASE, 9)).isTrue();
    }

    @Test
    void faultWithoutMemoryIsToldApartFromABadAddress() throws KernelException {
        long start = program.map(1, READ_WRITE, ANONYMOUS);
        machine.failFrameAllocationAfter(0);
        assertThat(program.space.handleFault(start, Protection.WRITE)).isEqualTo(FaultOutcome.NO_MEMORY);
        machine.stopFailingFrameAllocations();
        assertThat(program.space.handleFault(start, Protection.WRITE)).isEqualTo(FaultOutcome.RESOLVED);
    }

    @Test
    void aCopyWithoutMemoryForItsFirstPageSaysSoAndEndsShortAtALaterOne() throws KernelException {
        long start = program.map(2, READ_WRITE, ANONYMOUS);
        machine.failFrameAllocationAfter(0);
        assertThatThrownBy(() -> program.space.write(start, new byte[2], 0, 2)).isInstanceOf(OutOfMemoryError.class);
        machine.stopFailingFrameAllocations();
        assertThat(program.store(start, 1)).isTrue();
        machine.failFrameAllocationAfter(0);
        assertThat(program.space.write(start + PAGE - 1, new byte[2], 0, 2)).isEqualTo(1);
        machine.stopFailingFrameAllocations();
        assertThat(program.space.write(start + PAGE - 1, new byte[2], 0, 2)).isEqualTo(2);
    }

    @Test
    void mainStackGrowsToItsReserveAndMappingsStayOut() throws KernelException {
        long high = VmSpace.maximumAddress() - 16 * PAGE;
        long low = high - (1 << 20);
        program.space.mapStack(low, high);
        assertThat(program.space.virtualBytes()).isEqualTo(128 << 10);
        assertThat(program.store(low, 1)).isTrue();
        assertThat(program.space.handleFault(low - 1, Protection.WRITE)).isEqualTo(FaultOutcome.NOT_MAPPED);
        assertThat(program.space.mappings()).extracting(Mapping::label).containsExactly("[stack]");
        assertThat(program.map(1, PROT_READ, ANONYMOUS)).isLessThanOrEqualTo(low - RegionList.GUARD_BYTES - PAGE);
    }

    @Test
    void stackGrowthHonoursTheLimitAndTheGuardGap() throws KernelException {
        program.limits.put(ResourceConstants.RLIMIT_STACK, 256L << 10);
        long stack = program.mapping.mmap(program.thread, BASE, PAGE, READ_WRITE, ANONYMOUS | MAP_GROWSDOWN, -1, 0);
        assertThat(program.store(stack + PAGE - (256 << 10), 1)).isTrue();
        assertThat(program.store(stack - (256 << 10), 1)).isFalse();
        program.limits.clear();
        program.mapping.mmap(program.thread, BASE - (2 << 20), PAGE, PROT_READ, ANONYMOUS | MAP_FIXED, -1, 0);
        long below = BASE - (2 << 20) + PAGE;
        assertThat(program.store(below + RegionList.GUARD_BYTES - 1, 1)).isFalse();
        assertThat(program.store(below + RegionList.GUARD_BYTES, 1)).isTrue();
    }

    @Test
    void heapGrowsShrinksAndStopsAtNeighbours() throws KernelException {
        program.space.setHeapStart(BASE + 5);
        long start = program.mapping.brk(program.thread, 0);
        assertThat(start).isEqualTo(BASE + PAGE);
        assertThat(program.mapping.brk(program.thread, start + 10)).isEqualTo(start + 10);
        assertThat(program.store(start + 4000, 1)).isTrue();
        assertThat(program.mapping.brk(program.thread, start + 3 * PAGE)).isEqualTo(start + 3 * PAGE);
        assertThat(program.space.mappings()).hasSize(1).first().extracting(Mapping::label).isEqualTo("[heap]");
        assertThat(program.mapping.brk(program.thread, start)).isEqualTo(start);
        assertThat(program.load(start)).isEqualTo(-1);
        program.mapping.mmap(program.thread, start + 2 * PAGE, PAGE, PROT_READ, ANONYMOUS | MAP_FIXED, -1, 0);
        assertThat(program.mapping.brk(program.thread, start + 2 * PAGE)).isEqualTo(start);
        assertThat(program.mapping.brk(program.thread, start + PAGE)).isEqualTo(start + PAGE);
        assertThat(program.mapping.brk(program.thread, -1)).isEqualTo(start + PAGE);
        program.limits.put(ResourceConstants.RLIMIT_DATA, (long) PAGE / 2);
        assertThat(program.mapping.brk(program.thread, start + PAGE - 1)).isEqualTo(start + PAGE);
    }

    @Test
    void addressSpaceLimitIsHonoured() throws KernelException {
        program.limits.put(ResourceConstants.RLIMIT_AS, 4L * PAGE);
        long start = program.map(4, READ_WRITE, ANONYMOUS);
        assertThat(errorOf(() -> program.map(1, READ_WRITE, ANONYMOUS))).isEqualTo(Errno.ENOMEM);
        assertThat(program.mapping.mmap(program.thread, start, 2 * PAGE, PROT_READ, ANONYMOUS | MAP_FIXED, -1, 0)).isEqualTo(start);
    }

    @Test
    void forkedStoresAfterMprotectStillCopy() throws KernelException {
        long start = program.map(1, READ_WRITE, ANONYMOUS);
        program.store(start, 1);
        UserAddressSpace child = (UserAddressSpace) program.space.fork();
        program.mapping.mprotect(program.thread, start, PAGE, PROT_READ);
        program.mapping.mprotect(program.thread, start, PAGE, READ_WRITE);
        assertThat(program.store(start, 2)).isTrue();
        byte[] seen = new byte[1];
        child.read(start, seen, 0, 1);
        assertThat(seen[0]).isEqualTo((byte) 1);
        child.release();
    }

    @Test
    void mappingsTellWhatIsWhere() throws KernelException {
        MemoryFile file = new MemoryFile(4 * PAGE);
        program.open(3, 2, file);
        long start = program.mapping.mmap(program.thread, BASE, 2 * PAGE, PROT_READ, MAP_SHARED, 3, PAGE);
        program.mapping.munmap(program.thread, start, PAGE);
        assertThat(program.space.mappingAt(start)).isNull();
        assertThat(program.space.mappingAt(start + 2 * PAGE - 1))
                .isEqualTo(new Mapping(start + PAGE, start + 2 * PAGE, PROT_READ, true, file, 2 * PAGE, ""));
    }

    @Test
    void endlessZeroesAreFreshMemoryForEachMapping() throws KernelException {
        program.open(3, 2, EndlessZeroes.INSTANCE);
        long first = program.mapping.mmap(program.thread, 0, PAGE, READ_WRITE, MAP_PRIVATE, 3, PAGE);
        long second = program.mapping.mmap(program.thread, 0, PAGE, READ_WRITE, MAP_SHARED, 3, PAGE);
        program.store(first, 1);
        program.store(second, 2);
        assertThat(program.load(first)).isEqualTo(1);
        UserAddressSpace child = (UserAddressSpace) program.space.fork();
        child.write(second, new byte[] {3}, 0, 1);
        child.release();
        assertThat(program.load(second)).isEqualTo(3);
    }

    @Test
    void populateTakesFramesAtOnce() throws KernelException {
        program.map(3, READ_WRITE, ANONYMOUS | MAP_POPULATE);
        assertThat(program.space.residentBytes()).isEqualTo(3 * PAGE);
    }
}
