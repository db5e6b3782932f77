package org.asterism.service.proc.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.asterism.kernel.abi.CloneFlags;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.Signals;
import org.junit.jupiter.api.Test;

class TimeAndFutexTest {
    private static final int RBX = 3;
    private static final long TIME = Script.DATA + 0x100;
    private static final long WORD = Script.DATA + 0x40;
    private static final long THREAD = CloneFlags.CLONE_VM | CloneFlags.CLONE_FS | CloneFlags.CLONE_FILES
            | CloneFlags.CLONE_SIGHAND | CloneFlags.CLONE_THREAD;

    private final List<Long> seen = new ArrayList<>();

    private int run(Script script) {
        try (TestKernel kernel = new TestKernel()) {
            return kernel.run(script);
        }
    }

    @Test
    void realTimeIsTheWallClockPlusMonotonicTime() {
        run(new Script().call("clock_gettime", 0, TIME).does(cpu -> seen.add(cpu.loadLong(TIME)))
                .call("clock_gettime", 1, TIME).does(cpu -> seen.add(cpu.loadLong(TIME)))
                .call("clock_gettime", 77, TIME).result(seen::add).exit(0));
        assertThat(seen.get(0)).isBetween(TestKernel.EPOCH, TestKernel.EPOCH + 2);
        assertThat(seen.get(1)).isBetween(0L, 2L);
        assertThat(seen.get(2)).isEqualTo(-Errno.EINVAL.number());
    }

    @Test
    void alarmTellsTheRestOfTheLastOneAndFires() {
        assertThat(run(new Script().call("alarm", 100).call("alarm", 1).result(seen::add).call("pause").exit(0)))
                .isEqualTo(128 + Signals.SIGALRM);
        assertThat(seen).containsExactly(100L);
    }

    @Test
    void intervalTimerRepeats() {
        run(new Script().handle(Signals.SIGALRM, "handler", 0).does(cpu -> {
            cpu.setRegister(RBX, 0);
            cpu.storeLong(TIME, 0);
            cpu.storeLong(TIME + 8, 5_000);
            cpu.storeLong(TIME + 16, 0);
            cpu.storeLong(TIME + 24, 5_000);
        }).call("setitimer", 0, TIME, 0)
                .label("again").call("pause").does(cpu -> {
                    if (seen.size() < 3) {
                        cpu.jump(cpu.nextInstruction() - 16);
                    }
                }).exit(0)
                .label("handler").does(cpu -> seen.add(cpu.register(7))).ret().restorer());
        assertThat(seen).hasSize(3).containsOnly(14L);
    }

    @Test
    void processorTimerCountsUserTimeOnly() {
        run(new Script().does(cpu -> {
            cpu.storeLong(TIME, 0);
            cpu.storeLong(TIME + 8, 0);
            cpu.storeLong(TIME + 16, 0);
            cpu.storeLong(TIME + 24, 20_000);
        }).call("setitimer", 1, TIME, 0)
                .call("nanosleep", cpu -> ProcessLifeTest.sleep(cpu, 100))
                .call("getitimer", 1, TIME).does(cpu -> seen.add(cpu.loadLong(TIME + 24))).exit(0));
        assertThat(seen.get(0)).isBetween(15_000L, 20_000L);
    }

    @Test
    void posixTimerCountsOverruns() {
        long event = Script.DATA + 0x200;
        long id = Script.DATA + 0x300;
        Script script = new Script().does(cpu -> {
            cpu.storeLong(event, 99);
            cpu.storeLong(event + 8, 40);
            cpu.storeLong(event + 16, 0);
            cpu.storeLong(TIME, 0);
            cpu.storeLong(TIME + 8, 1_000_000);
            cpu.storeLong(TIME + 16, 0);
            cpu.storeLong(TIME + 24, 1_000_000);
            cpu.storeLong(TIME + 64, Signals.bit(40));
        })
                .call("rt_sigprocmask", 0, TIME + 64, 0, 8)
                .call("timer_create", 1, event, id)
                .call("timer_settime", cpu -> new long[] {cpu.loadLong(id) & 0xffff_ffffL, 0, TIME, 0})
                .call("nanosleep", cpu -> ProcessLifeTest.sleep(cpu, 20))
                .call("rt_sigtimedwait", TIME + 64, Script.DATA + 0x400, 0, 8).result(seen::add)
                .does(cpu -> {
                    seen.add(cpu.loadLong(Script.DATA + 0x418));
                    seen.add(cpu.loadLong(Script.DATA + 0x410) >>> 32);
                }).exit(0);
        run(script);
        assertThat(seen.get(0)).isEqualTo(40);
        assertThat(seen.get(1)).isEqualTo(99);
        assertThat(seen.get(2)).isBetween(10L, 25L);
    }

    @Test
    void processorTimeLimitKills() {
        assertThat(run(new Script().does(cpu -> {
            cpu.storeLong(TIME, 1);
            cpu.storeLong(TIME + 8, 1);
        }).call("setrlimit", 0, TIME).label("spin").jump("spin"))).isIn(128 + Signals.SIGXCPU, 128 + Signals.SIGKILL);
    }

    @Test
    void futexWaitReturnsAtOnceIfTheValueDiffersAndTimesOutOtherwise() {
        run(new Script().does(cpu -> {
            cpu.storeLong(WORD, 5);
            cpu.storeLong(TIME, 0);
            cpu.storeLong(TIME + 8, 1_000_000);
        })
                .call("futex", WORD, 128, 4, 0).result(seen::add)
                .call("futex", WORD, 128, 5, TIME).result(seen::add)
                .call("futex", WORD + 1, 128, 5, TIME).result(seen::add)
                .call("futex", 0x10, 128, 5, TIME).result(seen::add)
                .call("futex", WORD, 129, 1).result(seen::add).exit(0));
        assertThat(seen).containsExactly(-11L, -110L, -22L, -14L, 0L);
    }

    @Test
    void futexWakesAndRequeues() {
        run(new Script().does(cpu -> cpu.storeLong(WORD, 0))
                .call("clone", THREAD, Script.DATA + 0x4000, 0, 0, 0).ifZero("sleeper")
                .call("clone", THREAD, Script.DATA + 0x5000, 0, 0, 0).ifZero("sleeper")
                .call("nanosleep", cpu -> ProcessLifeTest.sleep(cpu, 5))
                .call("futex", WORD, 128 | 4, 0, 10, WORD + 8, 1).result(seen::add)
                .call("futex", WORD, 128 | 4, 1, 10, WORD + 8, 0).result(seen::add)
                .call("nanosleep", cpu -> ProcessLifeTest.sleep(cpu, 5))
                .call("futex", WORD, 129, 10).result(seen::add)
                .call("futex", WORD + 8, 129, 10).result(seen::add)
                .call("nanosleep", cpu -> ProcessLifeTest.sleep(cpu, 5))
                .exit(0)
                .label("sleeper").call("futex", WORD, 128, 0, 0).does(cpu -> seen.add(100 + cpu.result()))
                .call("exit", 0));
        assertThat(seen).containsExactly(-11L, 2L, 100L, 0L, 1L, 100L);
    }
}
