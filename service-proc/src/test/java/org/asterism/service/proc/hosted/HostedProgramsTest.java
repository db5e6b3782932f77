package org.asterism.service.proc.hosted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asterism.ostd.host.UserImage.CODE;
import static org.asterism.ostd.host.UserImage.DATA;

import org.asterism.ostd.host.UserCode;
import org.asterism.ostd.host.UserInstruction;
import org.asterism.test.ProgramRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostedProgramsTest {
    private static final int WRITE = 1;
    private static final int MMAP = 9;
    private static final int MUNMAP = 11;
    private static final int RT_SIGACTION = 13;
    private static final int RT_SIGRETURN = 15;
    private static final int PIPE = 22;
    private static final int READ = 0;
    private static final int CLOSE = 3;
    private static final int GETPID = 39;
    private static final int FORK = 57;
    private static final int EXECVE = 59;
    private static final int WAIT4 = 61;
    private static final int KILL = 62;
    private static final int EXIT_GROUP = 231;
    private static final int RBX = 3;
    private static final int RBP = 5;

    private static UserInstruction call(long number, long... arguments) {
        return cpu -> cpu.syscall(number, arguments);
    }

    /** Goes to an instruction of the same program by its number. */
    private static long at(int instruction) {
        return CODE + (long) instruction * UserCode.INSTRUCTION_BYTES;
    }

    @Test
    void writesAndExits() {
        ProgramRun kernel = HostedKernel.run("hello\n", code -> code.assemble(
                call(WRITE, 1, DATA, 6),
                cpu -> cpu.syscall(EXIT_GROUP, cpu.result())));
        assertThat(kernel.output()).as(kernel.log()).isEqualTo("hello\n");
        assertThat(kernel.exitCode()).as(kernel.log()).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5})
    void forkedChildHasItsOwnMemoryAndIsWaitedFor(long seed) {
        ProgramRun kernel = HostedKernel.run("P", code -> code.assemble(
                call(FORK),
                cpu -> cpu.jump(cpu.result() == 0 ? at(2) : at(5)),
                cpu -> cpu.store(DATA, 'C'),
                call(WRITE, 1, DATA, 1),
                call(EXIT_GROUP, 7),
                call(WAIT4, -1, DATA + 16, 0, 0),
                call(WRITE, 1, DATA, 1),
                cpu -> cpu.syscall(EXIT_GROUP, cpu.load(DATA + 17))), seed);
        assertThat(kernel.output()).as(kernel.log()).isEqualTo("CP");
        assertThat(kernel.exitCode()).as(kernel.log()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5})
    void pipeCarriesBytesAndEndsWithItsWriter(long seed) {
        ProgramRun kernel = HostedKernel.run("xyz", code -> code.assemble(
                call(PIPE, DATA + 32),
                call(FORK),
                cpu -> cpu.jump(cpu.result() == 0 ? at(3) : at(5)),
                cpu -> cpu.syscall(WRITE, cpu.load(DATA + 36), DATA, 3),
                call(EXIT_GROUP, 0),
                cpu -> cpu.syscall(CLOSE, cpu.load(DATA + 36)),
                cpu -> cpu.syscall(READ, cpu.load(DATA + 32), DATA + 64, 100),
                cpu -> cpu.setRegister(RBX, cpu.result()),
                cpu -> cpu.syscall(WRITE, 1, DATA + 64, cpu.register(RBX)),
                cpu -> cpu.syscall(READ, cpu.load(DATA + 32), DATA + 64, 100),
                cpu -> cpu.syscall(EXIT_GROUP, cpu.result())), seed);
        assertThat(kernel.output()).as(kernel.log()).isEqualTo("xyz");
        assertThat(kernel.exitCode()).as(kernel.log()).isZero();
    }

    @Test
    void touchingNothingKillsWithSegmentationViolation() {
        ProgramRun kernel = HostedKernel.run("", code -> code.assemble(cpu -> cpu.store(16, 1)));
        assertThat(kernel.exitCode()).as(kernel.log()).isEqualTo(128 + 11);
    }

    @Test
    void anonymousMemoryIsThereUntilUnmapped() {
        ProgramRun kernel = HostedKernel.run("", code -> code.assemble(
                call(MMAP, 0, 8192, 3, 0x22, -1, 0),
                cpu -> cpu.setRegister(RBP, cpu.result()),
                cpu -> cpu.store(cpu.register(RBP) + 4096, 42),
                cpu -> cpu.setRegister(RBX, cpu.load(cpu.register(RBP) + 4096)),
                cpu -> cpu.syscall(MUNMAP, cpu.register(RBP), 4096),
                cpu -> cpu.setRegister(RBX, cpu.load(cpu.register(RBP) + 4096)),
                cpu -> cpu.syscall(EXIT_GROUP, cpu.register(RBX))));
        assertThat(kernel.exitCode()).as(kernel.log()).isEqualTo(42);
    }

    @Test
    void signalHandlerRunsAndReturns() {
        ProgramRun kernel = HostedKernel.run("h", code -> code.assemble(
                cpu -> cpu.storeLong(DATA + 64, at(9)),
                cpu -> cpu.storeLong(DATA + 72, 0x0400_0000),
                cpu -> cpu.storeLong(DATA + 80, at(11)),
                call(RT_SIGACTION, 10, DATA + 64, 0, 8),
                call(GETPID),
                cpu -> cpu.syscall(KILL, cpu.result(), 10),
                cpu -> cpu.setRegister(RBX, cpu.result()),
                call(WRITE, 1, DATA, 1),
                cpu -> cpu.syscall(EXIT_GROUP, cpu.register(RBX) + 5),
                cpu -> cpu.store(DATA, 's'),
                cpu -> {
                    long stack = cpu.register(4);
                    long returnTo = cpu.loadLong(stack);
                    cpu.setRegister(4, stack + 8);
                    cpu.jump(returnTo);
                },
                call(RT_SIGRETURN)));
        assertThat(kernel.output()).as(kernel.log()).isEqualTo("s");
        assertThat(kernel.exitCode()).as(kernel.log()).isEqualTo(5);
    }

    @Test
    void executesItselfAnew() {
        ProgramRun kernel = HostedKernel.run("/bin/sh\0", code -> code.assemble(
                // argc tells the two runs apart: the kernel gives three arguments, execve below none
                cpu -> cpu.jump(cpu.loadLong(cpu.register(4)) == 3 ? at(1) : at(5)),
                cpu -> cpu.storeLong(DATA + 64, DATA),
                cpu -> cpu.storeLong(DATA + 72, 0),
                call(EXECVE, DATA, DATA + 64, DATA + 72),
                cpu -> cpu.syscall(EXIT_GROUP, -cpu.result()),
                call(WRITE, 1, DATA + 1, 3),
                cpu -> cpu.syscall(EXIT_GROUP, cpu.loadLong(cpu.register(4)) + 10)));
        assertThat(kernel.output()).as(kernel.log()).isEqualTo("bin");
        assertThat(kernel.exitCode()).as(kernel.log()).isEqualTo(11);
    }

    private static ProgramRun forkInALoop(int times) {
        return HostedKernel.run("", code -> code.assemble(
                call(FORK),
                cpu -> cpu.jump(cpu.result() == 0 ? at(2) : at(4)),
                cpu -> cpu.storeLong(DATA + 8192, 1),
                call(EXIT_GROUP, 0),
                call(WAIT4, -1, 0, 0, 0),
                cpu -> {
                    long done = cpu.loadLong(DATA) + 1;
                    cpu.storeLong(DATA, done);
                    cpu.jump(done < times ? at(0) : at(6));
                },
                call(EXIT_GROUP, 9)));
    }

    @Test
    void endedProcessesLeaveNoFrameBehind() {
        ProgramRun few = forkInALoop(5);
        ProgramRun many = forkInALoop(300);
        assertThat(many.exitCode()).as(many.log()).isEqualTo(9);
        assertThat(many.framesInUse()).isEqualTo(few.framesInUse());
    }
}
