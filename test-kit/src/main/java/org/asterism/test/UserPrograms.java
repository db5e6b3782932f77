package org.asterism.test;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.asterism.kernel.KernelEntry;
import org.asterism.ostd.host.RamDisk;
import org.asterism.ostd.host.TestMachine;
import org.asterism.ostd.host.UserCode;
import org.asterism.ostd.spi.Platform;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.time.Clock;

/**
 * Boots all services of the class path with a simulated program as the first process, and waits until it has ended. The services that run programs
 * ({@code service-mm}, {@code service-fs}, {@code service-proc} and a wall clock such as {@code rtc-cmos}) must be on the test's class path.
 */
public final class UserPrograms {
    private static final long DEADLINE_NANOS = 600_000_000_000L;
    private static final long POLL_NANOS = 1_000_000;
    /** "run" in base64: what the command is does not matter, the program is the same. */
    private static final String COMMAND = "asterism.exec=cnVu";

    private final TestMachine machine;
    private final Services services;

    UserPrograms(TestMachine machine, Services services) {
        this.machine = machine;
        this.services = services;
    }

    /**
     * Runs an executable on a machine of its own, with all services of the class path: for tests without {@link OstdTest}, or with several
     * machines one after the other.
     *
     * @param options of the machine
     * @param executable the ELF file of {@code /bin/sh}, made with the machine's code
     * @return how it went; without results of single calls
     * @throws AssertionError if it has not ended after 600 seconds of virtual time; shows the kernel's log
     */
    public static ProgramRun boot(TestMachine.Builder options, Function<UserCode, byte[]> executable) {
        try (TestMachine machine = options.build()) {
            return new UserPrograms(machine, new Services()).run(executable);
        }
    }

    /**
     * Runs a script as {@code /bin/sh} of an otherwise empty root file system with {@code /dev}, {@code /proc} and {@code /tmp}.
     *
     * @param script what the program does
     * @return how it went
     * @throws AssertionError if it has not ended after 600 seconds of virtual time; shows the kernel's log
     */
    public ProgramRun run(UserScript script) {
        return run(script::image, script);
    }

    /**
     * Runs an executable.
     *
     * @param executable the ELF file of {@code /bin/sh}, made with the machine's code
     * @return how it went; without results of single calls
     * @throws AssertionError if it has not ended after 600 seconds of virtual time; shows the kernel's log
     */
    public ProgramRun run(Function<UserCode, byte[]> executable) {
        return run(executable, null);
    }

    private ProgramRun run(Function<UserCode, byte[]> executable, UserScript script) {
        if (!services.provides(KernelEntry.class)) {
            throw new IllegalStateException("no service on the class path runs programs; add org.asterism:service-mm, service-fs and service-proc as"
                    + " dependencies of scope test");
        }
        byte[] disk = new RamDisk().directory("dev").directory("proc").directory("tmp").directory("bin")
                .program("bin/sh", executable.apply(machine.code())).finish();
        machine.load((machine.commandLine() + " " + COMMAND).strip(), disk);
        services.get(KernelEntry.class).start();
        while (machine.powerState().equals("on")) {
            Task.parkUntil(Clock.monotonicNanos() + POLL_NANOS);
            if (Clock.monotonicNanos() > DEADLINE_NANOS) {
                throw new AssertionError("the program did not end" + (script == null ? "" : "; calls that returned: " + script.results().stream()
                        .map(call -> call.call() + " = " + call.value()).collect(Collectors.joining(", "))) + "; log: " + machine.log());
            }
        }
        return decode(machine.output(Platform.CHANNEL), script);
    }

    /** The kernel sends messages: a type, four bytes of length, a payload. */
    private ProgramRun decode(byte[] channel, UserScript script) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        int exitCode = -1;
        ByteBuffer messages = ByteBuffer.wrap(channel).order(ByteOrder.LITTLE_ENDIAN);
        while (messages.remaining() > 0) {
            byte type = messages.get();
            byte[] payload = new byte[messages.getInt()];
            messages.get(payload);
            if (type == 'X') {
                exitCode = ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN).getInt();
            } else {
                output.writeBytes(payload);
            }
        }
        return new ProgramRun(output.toString(StandardCharsets.ISO_8859_1), exitCode, String.join("\n", machine.log()), machine.framesInUse(),
                script == null ? List.of() : script.results());
    }
}
