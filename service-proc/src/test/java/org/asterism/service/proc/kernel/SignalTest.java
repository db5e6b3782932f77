package org.asterism.service.proc.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.SignalActionFlags;
import org.asterism.kernel.abi.Signals;
import org.asterism.kernel.abi.X86SignalFrame;
import org.asterism.ostd.user.UserException;
import org.junit.jupiter.api.Test;

class SignalTest {
    private static final int RBX = 3;
    private static final int RSP = 4;
    private static final int RDX = 2;
    private static final int RSI = 6;
    private static final int RDI = 7;
    private static final long SELF = Script.DATA + 0x200;
    private static final long SET = Script.DATA + 0x300;

    private final List<Long> seen = new ArrayList<>();

    private int run(Script script) {
        try (TestKernel kernel = new TestKernel()) {
            return kernel.run(script);
        }
    }

    private static Script killSelf(Script script, int signal) {
        return script.call("getpid").call("kill", cpu -> new long[] {cpu.result(), signal});
    }

    private static Script mask(Script script, int how, long set) {
        return script.does(cpu -> cpu.storeLong(SET, set)).call("rt_sigprocmask", how, SET, 0, 8);
    }

    @Test
    void handlerRunsOnAnAlignedFrameAndReturnsToWhereItWas() {
        Script script = new Script().handle(Signals.SIGUSR1, "handler", SignalActionFlags.SA_SIGINFO)
                .does(cpu -> {
                    cpu.setRegister(RBX, 77);
                    cpu.storeLong(SELF, cpu.register(RSP));
                });
        killSelf(script, Signals.SIGUSR1)
                .result(seen::add)
                .does(cpu -> seen.add(cpu.register(RBX)))
                .does(cpu -> seen.add(cpu.register(RSP) - cpu.loadLong(SELF)))
                .exit(0)
                .label("handler").does(cpu -> {
                    seen.add(cpu.register(RDI));
                    seen.add(cpu.register(RSP) & 15);
                    seen.add(cpu.loadLong(cpu.register(RSI)) & 0xffff_ffffL);
                    seen.add(cpu.loadLong(cpu.register(RDX) - 8 + X86SignalFrame.BX));
                    seen.add(cpu.loadLong(SELF) - 128 - cpu.register(RSP) > X86SignalFrame.BYTES ? 1L : 0L);
                    cpu.setRegister(RBX, 0);
                }).ret().restorer();
        assertThat(run(script)).isZero();
        assertThat(seen).containsExactly(10L, 8L, 10L, 77L, 1L, 0L, 77L, 0L);
    }

    @Test
    void aHandlerWithoutMemoryForItsFrameIsEnteredWhenTheBiggestProcessHasMadeRoom() {
        try (TestKernel kernel = new TestKernel()) {
            Script script = new Script().handle(Signals.SIGUSR1, "handler", 0)
                    .call("fork").ifZero("big")
                    .call("nanosleep", cpu -> {
                        cpu.storeLong(SET, 0);
                        cpu.storeLong(SET + 8, 20_000_000);
                        return new long[] {SET, 0};
                    })
                    .does(cpu -> {
                        cpu.setRegister(RSP, cpu.register(RSP) - 0x8000);
                        kernel.machine.failFrameAllocationAfter(0);
                    });
            killSelf(script, Signals.SIGUSR1)
                    .call("wait4", -1, SET, 0, 0).does(cpu -> seen.add(cpu.loadLong(SET) & 0xff))
                    .exit(0)
                    .label("handler").does(cpu -> {
                        kernel.machine.stopFailingFrameAllocations();
                        seen.add(1L);
                    }).ret().restorer()
                    .label("big").does(cpu -> {
                        for (int page = 1; page < 8; page++) {
                            cpu.storeLong(Script.DATA + page * 0x1000L, page);
                        }
                    }).call("pause");
            assertThat(kernel.run(script)).isZero();
        }
        assertThat(seen).containsExactly(1L, (long) Signals.SIGKILL);
    }

    @Test
    void blockedSignalWaitsUntilUnblocked() {
        Script script = new Script().handle(Signals.SIGUSR1, "handler", 0);
        mask(script, Signals.SIG_BLOCK, Signals.bit(Signals.SIGUSR1));
        killSelf(script, Signals.SIGUSR1)
                .call("rt_sigpending", SET, 8).does(cpu -> seen.add(cpu.loadLong(SET)));
        mask(script, Signals.SIG_UNBLOCK, Signals.bit(Signals.SIGUSR1))
                .does(cpu -> seen.add(2L)).exit(0)
                .label("handler").does(cpu -> seen.add(1L)).ret().restorer();
        run(script);
        assertThat(seen).containsExactly(512L, 1L, 2L);
    }

    @Test
    void standardSignalsCollapseAndRealtimeSignalsQueueInOrder() {
        long both = Signals.bit(Signals.SIGUSR1) | Signals.bit(40);
        Script script = new Script().handle(Signals.SIGUSR1, "handler", 0).handle(40, "handler", 0);
        mask(script, Signals.SIG_BLOCK, both);
        for (int i = 0; i < 3; i++) {
            killSelf(script, 40);
            killSelf(script, Signals.SIGUSR1);
        }
        mask(script, Signals.SIG_UNBLOCK, both).exit(0)
                .label("handler").does(cpu -> seen.add(cpu.register(RDI))).ret().restorer();
        run(script);
        assertThat(seen).containsExactlyInAnyOrder(10L, 40L, 40L, 40L);
    }

    @Test
    void ignoredSignalDoesNothing() {
        Script script = new Script().does(cpu -> cpu.storeLong(SELF, 1))
                .call("rt_sigaction", Signals.SIGTERM, SELF, 0, 8);
        assertThat(run(killSelf(script, Signals.SIGTERM).exit(4))).isEqualTo(4);
    }

    @Test
    void killCannotBeCaughtOrIgnored() {
        run(new Script().does(cpu -> cpu.storeLong(SELF, 1)).call("rt_sigaction", Signals.SIGKILL, SELF, 0, 8)
                .result(seen::add).exit(0));
        assertThat(seen).containsExactly((long) -Errno.EINVAL.number());
    }

    @Test
    void faultOfTheProgramIsFatalEvenIfBlocked() {
        Script script = new Script();
        mask(script, Signals.SIG_BLOCK, -1);
        assertThat(run(script.does(cpu -> cpu.load(8)).exit(0))).isEqualTo(128 + Signals.SIGSEGV);
    }

    @Test
    void faultHandlerLearnsCodeAndAddress() {
        Script script = new Script().handle(Signals.SIGSEGV, "handler", SignalActionFlags.SA_SIGINFO)
                .does(cpu -> cpu.load(0x1238)).exit(1)
                .label("handler").does(cpu -> {
                    seen.add(cpu.loadLong(cpu.register(RSI) + 8) & 0xffff_ffffL);
                    seen.add(cpu.loadLong(cpu.register(RSI) + 16));
                }).exit(0).restorer();
        assertThat(run(script)).isZero();
        assertThat(seen).containsExactly(1L, 0x1238L);
    }

    @Test
    void divisionByZeroAndIllegalInstructionHaveTheirSignals() {
        assertThat(run(new Script().does(cpu -> cpu.raise(UserException.DIVIDE)))).isEqualTo(128 + Signals.SIGFPE);
        assertThat(run(new Script().does(cpu -> cpu.raise(UserException.ILLEGAL_INSTRUCTION))))
                .isEqualTo(128 + Signals.SIGILL);
        assertThat(run(new Script().does(cpu -> cpu.raise(UserException.PROTECTION)))).isEqualTo(128 + Signals.SIGSEGV);
        assertThat(run(new Script().does(cpu -> cpu.raise(UserException.BREAKPOINT)))).isEqualTo(128 + Signals.SIGTRAP);
    }

    private Script sleepInterruptedBy(int flags) {
        // the child signals the parent while that one waits for it
        return new Script().handle(Signals.SIGUSR1, "handler", flags)
                .call("fork").ifZero("child")
                .call("wait4", -1, 0, 0, 0).result(value -> seen.add(value < 0 ? value : 1))
                .exit(0)
                .label("child").call("nanosleep", cpu -> ProcessLifeTest.sleep(cpu, 2)).call("getppid")
                .call("kill", cpu -> new long[] {cpu.result(), Signals.SIGUSR1})
                .call("nanosleep", cpu -> ProcessLifeTest.sleep(cpu, 20)).exit(0)
                .label("handler").does(cpu -> seen.add(5L)).ret().restorer();
    }

    @Test
    void interruptedCallFailsWithoutSaRestart() {
        run(sleepInterruptedBy(0));
        assertThat(seen).containsExactly(5L, (long) -Errno.EINTR.number());
    }

    @Test
    void interruptedCallGoesOnWithSaRestart() {
        run(sleepInterruptedBy(SignalActionFlags.SA_RESTART));
        assertThat(seen).containsExactly(5L, 1L);
    }

    @Test
    void interruptedSleepTellsTheRest() {
        run(new Script().handle(Signals.SIGALRM, "handler", SignalActionFlags.SA_RESTART)
                .does(cpu -> {
                    cpu.storeLong(SET, 0);
                    cpu.storeLong(SET + 8, 0);
                    cpu.storeLong(SET + 16, 0);
                    cpu.storeLong(SET + 24, 10_000);
                })
                .call("setitimer", 0, SET, 0)
                .does(cpu -> {
                    cpu.storeLong(SET, 0);
                    cpu.storeLong(SET + 8, 50_000_000);
                })
                .call("nanosleep", SET, SET + 32).result(seen::add)
                .does(cpu -> seen.add(cpu.loadLong(SET + 40) / 10_000_000)).exit(0)
                .label("handler").ret().restorer());
        assertThat(seen.get(0)).isEqualTo(-Errno.EINTR.number());
        assertThat(seen.get(1)).isBetween(3L, 4L);
    }

    @Test
    void stoppedChildIsReportedAndContinues() {
        run(new Script().call("fork").ifZero("child")
                .does(cpu -> cpu.setRegister(RBX, cpu.result()))
                .call("nanosleep", cpu -> ProcessLifeTest.sleep(cpu, 2))
                .call("kill", cpu -> new long[] {cpu.register(RBX), Signals.SIGSTOP})
                .call("wait4", -1, Script.DATA, 2, 0).does(cpu -> seen.add(cpu.loadLong(Script.DATA) & 0xffff_ffffL))
                .call("kill", cpu -> new long[] {cpu.register(RBX), Signals.SIGCONT})
                .call("wait4", -1, Script.DATA, 8, 0).does(cpu -> seen.add(cpu.loadLong(Script.DATA) & 0xffff_ffffL))
                .call("wait4", -1, Script.DATA, 0, 0).does(cpu -> seen.add(cpu.loadLong(Script.DATA) & 0xffff_ffffL))
                .exit(0)
                .label("child").call("nanosleep", cpu -> ProcessLifeTest.sleep(cpu, 10)).result(seen::add).exit(6));
        assertThat(seen).containsExactly(0x137fL, 0xffffL, 0L, 0x600L);
    }

    @Test
    void suspendSwapsTheMaskAndRestoresIt() {
        Script script = new Script().handle(Signals.SIGUSR1, "handler", 0);
        mask(script, Signals.SIG_BLOCK, Signals.bit(Signals.SIGUSR1));
        killSelf(script, Signals.SIGUSR1)
                .does(cpu -> cpu.storeLong(SET, 0))
                .call("rt_sigsuspend", SET, 8).result(seen::add)
                .call("rt_sigprocmask", 0, 0, SET, 8).does(cpu -> seen.add(cpu.loadLong(SET)))
                .exit(0)
                .label("handler").does(cpu -> seen.add(1L)).ret().restorer();
        run(script);
        assertThat(seen).containsExactly(1L, (long) -Errno.EINTR.number(), 512L);
    }

    @Test
    void timedWaitTakesTheSignalOrTimesOut() {
        Script script = new Script();
        mask(script, Signals.SIG_BLOCK, Signals.bit(Signals.SIGUSR1));
        killSelf(script, Signals.SIGUSR1)
                .does(cpu -> {
                    cpu.storeLong(SET, Signals.bit(Signals.SIGUSR1));
                    cpu.storeLong(SET + 8, 0);
                    cpu.storeLong(SET + 16, 1_000_000);
                })
                .call("rt_sigtimedwait", SET, 0, SET + 8, 8).result(seen::add)
                .call("rt_sigtimedwait", SET, 0, SET + 8, 8).result(seen::add).exit(0);
        run(script);
        assertThat(seen).containsExactly(10L, (long) -Errno.EAGAIN.number());
    }

    @Test
    void handlerRunsOnTheAlternateStack() {
        long stack = Script.DATA + 0x6000;
        Script script = new Script().handle(Signals.SIGUSR1, "handler", SignalActionFlags.SA_ONSTACK)
                .does(cpu -> {
                    cpu.storeLong(SET, stack);
                    cpu.storeLong(SET + 8, 0);
                    cpu.storeLong(SET + 16, 0x2000);
                })
                .call("sigaltstack", SET, 0);
        killSelf(script, Signals.SIGUSR1).exit(0)
                .label("handler").does(cpu -> seen.add(cpu.register(RSP) - stack)).ret().restorer();
        run(script);
        assertThat(seen.get(0)).isBetween(1L, 0x2000L);
    }

    @Test
    void unwritableStackKillsWithSegmentationViolation() {
        Script script = new Script().handle(Signals.SIGUSR1, "handler", 0).does(cpu -> cpu.setRegister(RSP, 0x2000));
        assertThat(run(killSelf(script, Signals.SIGUSR1).exit(0).label("handler").ret().restorer()))
                .isEqualTo(128 + Signals.SIGSEGV);
    }
}
