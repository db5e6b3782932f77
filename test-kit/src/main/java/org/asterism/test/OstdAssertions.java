package org.asterism.test;

import org.assertj.core.api.Assertions;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.ostd.host.TestMachine;

/** AssertJ's assertions, and those about machines, files, system calls and programs: {@code import static org.asterism.test.OstdAssertions.*}. */
public final class OstdAssertions extends Assertions {
    private OstdAssertions() {
    }

    /**
     * About a machine: frames, log, power, locks of the running task.
     *
     * @param machine under test
     * @return to go on with
     */
    public static MachineAssert assertThat(TestMachine machine) {
        return new MachineAssert(machine);
    }

    /**
     * About an open file.
     *
     * @param file under test
     * @return to go on with
     */
    public static OpenFileAssert assertThat(OpenFile file) {
        return new OpenFileAssert(file);
    }

    /**
     * About a program that has run.
     *
     * @param run under test
     * @return to go on with
     */
    public static ProgramRunAssert assertThat(ProgramRun run) {
        return new ProgramRunAssert(run);
    }

    /**
     * About the number that a system call returns to a program.
     *
     * @param result a negative error number for a failure
     * @return to go on with
     */
    public static SyscallResultAssert assertThatResult(long result) {
        return new SyscallResultAssert(result);
    }

    /**
     * About what a call to a service returns or throws; makes the call.
     *
     * @param call under test
     * @param <T> what it returns
     * @return to go on with
     */
    public static <T> KernelCallAssert<T> assertThatCall(KernelCall<T> call) {
        return new KernelCallAssert<>(call);
    }

    /**
     * About a call to a service that returns nothing; makes the call.
     *
     * @param order under test
     * @return to go on with; null is what it returns
     */
    public static KernelCallAssert<Void> assertThatCall(KernelOrder order) {
        return new KernelCallAssert<>(() -> {
            order.run();
            return null;
        });
    }
}
