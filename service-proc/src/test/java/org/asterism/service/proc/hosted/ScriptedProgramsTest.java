package org.asterism.service.proc.hosted;

import static org.asterism.test.OstdAssertions.assertThat;
import static org.asterism.test.OstdAssertions.assertThatResult;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.OpenFlags;
import org.asterism.ostd.host.TestMachine;
import org.asterism.test.OstdTest;
import org.asterism.test.ProgramRun;
import org.asterism.test.UserPrograms;
import org.asterism.test.UserScript;

/** Programs as lists of system calls, by the test kit. */
class ScriptedProgramsTest {
    private static final int FILE_MODE = 0644;

    @OstdTest(memoryBytes = 32 << 20)
    void filesRemember(UserPrograms programs, TestMachine machine) {
        UserScript script = new UserScript();
        long path = script.text("/tmp/notes");
        long text = script.text("remember");
        long into = script.buffer(64);
        script.call("open", path, OpenFlags.O_RDWR | OpenFlags.O_CREAT, FILE_MODE)
                .call("write", cpu -> new long[] {cpu.result(), text, 8})
                .call("open", path, OpenFlags.O_RDONLY, 0)
                .call("read", cpu -> new long[] {cpu.result(), into, 64})
                .call("write", cpu -> new long[] {1, into, cpu.result()})
                .call("open", script.text("/nowhere/else"), OpenFlags.O_RDONLY, 0)
                .exit(7);
        ProgramRun run = programs.run(script);
        assertThat(run).exitedWith(7).wrote("remember");
        assertThatResult(run.result(0)).succeeded();
        assertThatResult(run.result(3)).isEqualTo(8);
        assertThatResult(run.result(5)).failedWith(Errno.ENOENT);
        assertThat(machine).isOff().hasLoggedNoErrors();
    }

    /** A child and its parent, under schedules that preempt them anywhere. */
    @OstdTest(memoryBytes = 32 << 20, schedules = 5)
    void childrenAreWaitedFor(UserPrograms programs) {
        UserScript script = new UserScript();
        long status = script.buffer(8);
        script.call("fork").instruction(cpu -> {
            if (cpu.result() == 0) {
                cpu.syscall(231, 9);
            }
        }).call("wait4", -1, status, 0, 0).exit(cpu -> cpu.load(status + 1));
        assertThat(programs.run(script)).exitedWith(9);
    }

    @OstdTest(memoryBytes = 32 << 20)
    void aProgramThatDoesNotEndIsToldByTheCallsThatReturned(UserPrograms programs) {
        UserScript script = new UserScript().call("getppid").call("close", 99).call("pause");
        assertThatThrownBy(() -> programs.run(script)).isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("the program did not end; calls that returned: getppid = 1, close = -9; log: ");
    }
}
