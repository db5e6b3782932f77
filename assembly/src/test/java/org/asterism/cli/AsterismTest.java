package org.asterism.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class AsterismTest {
    /** Runs the tool; returns its exit code and the first line on standard error. */
    private static String outcome(String... arguments) {
        PrintStream error = System.err;
        ByteArrayOutputStream captured = new ByteArrayOutputStream();
        System.setErr(new PrintStream(captured, true, StandardCharsets.UTF_8));
        try {
            int code = Asterism.execute(arguments);
            return code + " " + captured.toString(StandardCharsets.UTF_8).lines().findFirst().orElse("");
        } finally {
            System.setErr(error);
        }
    }

    @Test
    void handsOptionsOfMavenOnInOrder() {
        CommandLine command = Asterism.commandLine();
        command.parseArgs("test", "-fae", "-pl", "aot", "-Dtest=EffectsTest");
        TestCommand test = command.getSubcommands().get("test").getCommand();
        assertThat(test.mavenCommand()).endsWith("verify", "-fae", "-pl", "aot", "-Dtest=EffectsTest");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "run --memory 12Q | 2 Invalid value for option '--memory': '12Q' is not a memory size; write for example 128M or 1G",
        "run --memory 1M | 2 Invalid value for option '--memory': '1M' is outside 32M to 64G",
        "run --smp 0 | 2 --smp 0: must be 1 to 8",
        "run --timeout 0 --exec true | 2 --timeout 0: must be at least 1 second",
        "run --accel hyper | 2 --accel hyper: must be tcg or kvm",
        "run --initramfs /nowhere/root.cpio | 2 --initramfs /nowhere/root.cpio: no such file or folder",
        "run --drive /nowhere/disk | 2 --drive /nowhere/disk: no such file",
        "run --kernel /nowhere/kernel.bndrun | 2 --kernel /nowhere/kernel.bndrun: no such file",
        "run --init sh | 2 --init sh: must be an absolute path without spaces",
        "run --exec true --init /bin/sh | 2 --exec runs its command by /bin/sh; leave --init out",
        "bench lang --repetitions 0 | 2 --repetitions 0: must be at least 1",
        "run --bogus | 2 Unknown option: '--bogus'",
        "frobnicate | 2 asterism: 'frobnicate' is no command; commands are run, host, assemble, inspect, resolve, tree, why, size, compare, syscalls, diff, licences, baseline, new, install, bench, test",
        "nwe driver x | 2 asterism: 'nwe' is no command; nearest is new"
    })
    void refusesWrongCommandLines(String line, String outcome) {
        assertThat(outcome(line.split(" "))).isEqualTo(outcome);
    }
}
