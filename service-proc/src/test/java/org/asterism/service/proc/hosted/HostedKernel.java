package org.asterism.service.proc.hosted;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.asterism.ostd.host.TestMachine;
import org.asterism.ostd.host.UserCode;
import org.asterism.ostd.host.UserImage;
import org.asterism.test.ProgramRun;
import org.asterism.test.UserPrograms;

/** Boots all services with one simulated program as {@code /bin/sh}. */
final class HostedKernel {
    private static final int DATA_BYTES = 1 << 16;
    private static final long MEMORY_BYTES = 32 << 20;

    private HostedKernel() {
    }

    /** Runs a program with initialised data at {@link UserImage#DATA} until the kernel turns the machine off. */
    static ProgramRun run(String data, Function<UserCode, byte[]> program) {
        return run(data, program, 0);
    }

    /** Like {@link #run(String, Function)}, preempted at random unless the seed is 0. */
    static ProgramRun run(String data, Function<UserCode, byte[]> program, long preemptionSeed) {
        TestMachine.Builder options = TestMachine.builder().memory(MEMORY_BYTES);
        if (preemptionSeed != 0) {
            options.randomPreemption(preemptionSeed);
        }
        return UserPrograms.boot(options,
                code -> UserImage.of(program.apply(code), data.getBytes(StandardCharsets.ISO_8859_1), DATA_BYTES));
    }
}
