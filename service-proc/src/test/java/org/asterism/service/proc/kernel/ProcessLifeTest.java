package org.asterism.service.proc.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.asterism.kernel.abi.CloneFlags;
import org.asterism.kernel.abi.Errno;
import org.junit.jupiter.api.Test;

class ProcessLifeTest {
    private final List<Long> seen = new ArrayList<>();

    private int run(Script script) {
        try (TestKernel kernel = new TestKernel()) {
            return kernel.run(script);
        }
    }

    @Test
    void exitCodeReachesTheHost() {
        assertThat(run(new Script().exit(7))).isEqualTo(7);
    }

    @Test
    void deathBySignalReachesTheHostAs128AndTheSignal() {
        assertThat(run(new Script().call("getpid").call("kill", cpu -> new long[] {cpu.result(), 9}).exit(0)))
                .isEqualTo(137);
    }

    @Test
    void unknownSystemCallIsEnosys() {
        run(new Script().step(cpu -> cpu.syscall(9999)).result(seen::add).exit(0));
        assertThat(seen).containsExactly(-38L);
    }

    @Test
    void waitReportsTheChildsExitCodeAndForgetsIt() {
        int code = run(new Script().call("fork").ifZero("child")
                .result(seen::add)
                .call("wait4", -1, Script.DATA, 0, 0).result(seen::add)
                .does(cpu -> seen.add(cpu.loadLong(Script.DATA) & 0xffff_ffffL))
                .call("wait4", -1, Script.DATA, 0, 0).result(seen::add)
                .exit(0)
                .label("child").exit(42));
        assertThat(code).isZero();
        assertThat(seen.get(0)).isEqualTo(seen.get(1)).isPositive();
        assertThat(seen.subList(2, 4)).containsExactly(42L << 8, (long) -Errno.ECHILD.number());
    }

    @Test
    void forkCopiesMemory() {
        run(new Script().does(cpu -> cpu.storeLong(Script.DATA + 64, 1))
                .call("fork").ifZero("child")
                .call("wait4", -1, 0, 0, 0)
                .does(cpu -> seen.add(cpu.loadLong(Script.DATA + 64)))
                .exit(0)
                .label("child").does(cpu -> cpu.storeLong(Script.DATA + 64, 2)).exit(0));
        assertThat(seen).containsExactly(1L);
    }

    @Test
    void vforkSuspendsTheParentUntilTheChildEndsAndSharesMemory() {
        run(new Script().call("vfork").ifZero("child")
                .does(cpu -> seen.add(cpu.loadLong(Script.DATA + 64)))
                .exit(0)
                .label("child").call("sched_yield").call("sched_yield")
                .does(cpu -> cpu.storeLong(Script.DATA + 64, 5)).exit(0));
        assertThat(seen).containsExactly(5L);
    }

    @Test
    void orphansBecomeChildrenOfInit() {
        run(new Script().call("fork").ifZero("child")
                .call("wait4", -1, 0, 0, 0)
                .call("nanosleep", cpu -> sleep(cpu, 20)).exit(0)
                .label("child").call("fork").ifZero("grandchild").exit(0)
                .label("grandchild").call("nanosleep", cpu -> sleep(cpu, 5)).call("getppid").result(seen::add).exit(0));
        assertThat(seen).containsExactly(1L);
    }

    @Test
    void waitWithoutHangReturnsZeroWhileTheChildRuns() {
        run(new Script().call("fork").ifZero("child")
                .call("wait4", -1, 0, 1, 0).result(seen::add)
                .call("wait4", -1, 0, 0, 0).exit(0)
                .label("child").call("nanosleep", cpu -> sleep(cpu, 5)).exit(0));
        assertThat(seen).containsExactly(0L);
    }

    @Test
    void threadsShareMemoryAndClearTheirIdAtTheEnd() {
        long flags = CloneFlags.CLONE_VM | CloneFlags.CLONE_FS | CloneFlags.CLONE_FILES | CloneFlags.CLONE_SIGHAND
                | CloneFlags.CLONE_THREAD | CloneFlags.CLONE_CHILD_CLEARTID | CloneFlags.CLONE_PARENT_SETTID;
        long word = Script.DATA + 128;
        run(new Script()
                .call("clone", flags, Script.DATA + 0x4000, word, word, 0).ifZero("thread")
                .does(cpu -> cpu.setRegister(3, cpu.result()))
                .call("futex", cpu -> new long[] {word, 0, cpu.register(3), 0})
                .does(cpu -> seen.add(cpu.loadLong(word) & 0xffff_ffffL))
                .does(cpu -> seen.add(cpu.loadLong(Script.DATA + 64)))
                .exit(3)
                .label("thread").call("nanosleep", cpu -> sleep(cpu, 5))
                .does(cpu -> cpu.storeLong(Script.DATA + 64, 9)).call("exit", 0));
        assertThat(seen).containsExactly(0L, 9L);
    }

    @Test
    void manyForksLeaveNothingBehind() {
        try (TestKernel kernel = new TestKernel()) {
            int[] frames = new int[2];
            int code = kernel.run(new Script().does(cpu -> cpu.setRegister(3, 0))
                    .label("again").call("fork").ifZero("child")
                    .call("wait4", -1, 0, 0, 0)
                    .does(cpu -> {
                        cpu.setRegister(3, cpu.register(3) + 1);
                        if (cpu.register(3) == 3) {
                            frames[0] = kernel.machine.framesInUse();
                        }
                        if (cpu.register(3) == 300) {
                            frames[1] = kernel.machine.framesInUse();
                        } else {
                            cpu.jump(0x40_1000 + 8);
                        }
                    })
                    .exit(0)
                    .label("child").exit(0));
            assertThat(code).isZero();
            assertThat(frames[1]).isEqualTo(frames[0]);
            assertThat(kernel.table.all()).hasSize(1);
            assertThat(kernel.liveTables()).isEqualTo(1);
        }
    }

    @Test
    void forkWithoutMemoryFailsCleanly() {
        try (TestKernel kernel = new TestKernel()) {
            int[] frames = new int[2];
            kernel.run(new Script()
                    .does(cpu -> {
                        cpu.storeLong(Script.DATA + 64, 1);
                        frames[0] = kernel.machine.framesInUse();
                        kernel.machine.failFrameAllocationAfter(2);
                    })
                    .call("fork")
                    .does(cpu -> {
                        kernel.machine.stopFailingFrameAllocations();
                        seen.add(cpu.result());
                        frames[1] = kernel.machine.framesInUse();
                    })
                    .exit(0));
            assertThat(seen).containsExactly((long) -Errno.ENOMEM.number());
            assertThat(frames[1]).isEqualTo(frames[0]);
            assertThat(kernel.liveTables()).isEqualTo(1);
        }
    }

    static long[] sleep(org.asterism.ostd.host.UserProcessor cpu, long milliseconds) {
        cpu.storeLong(Script.DATA + 0x9000, 0);
        cpu.storeLong(Script.DATA + 0x9008, milliseconds * 1_000_000);
        return new long[] {Script.DATA + 0x9000, 0};
    }
}
