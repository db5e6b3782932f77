package org.asterism.service.proc.hosted;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;
import org.asterism.driver.rtc.cmos.CmosClock;
import org.asterism.kernel.KernelEntry;
import org.asterism.ostd.host.HostComponents;
import org.asterism.ostd.host.TestMachine;
import org.asterism.ostd.host.UserCode;
import org.asterism.ostd.host.UserImage;
import org.asterism.ostd.spi.Platform;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.time.Clock;
import org.asterism.service.fs.VirtualFileSystem;
import org.asterism.service.mm.AddressSpaceFactory;
import org.asterism.service.proc.init.KernelStart;

/** Boots all services with one simulated program as {@code /bin/sh} and keeps what it wrote and how it ended. */
final class HostedKernel {
    private static final long DEADLINE_NANOS = 600_000_000_000L;
    private static final int DATA_BYTES = 1 << 16;

    final String output;
    final int exitCode;
    final String log;
    /** Frames in use when the machine was turned off. */
    final int frames;

    private HostedKernel(String output, int exitCode, String log, int frames) {
        this.output = output;
        this.exitCode = exitCode;
        this.log = log;
        this.frames = frames;
    }

    /** Runs a program with initialised data at {@link UserImage#DATA} until the kernel turns the machine off. */
    static HostedKernel run(String data, Function<UserCode, byte[]> program) {
        return run(data, program, 0);
    }

    /** Like {@link #run(String, Function)}, preempted at random unless the seed is 0. */
    static HostedKernel run(String data, Function<UserCode, byte[]> program, long preemptionSeed) {
        // the code is assembled into the machine that runs it, and the archive is part of that machine
        TestMachine.Builder options = TestMachine.builder().memory(32 << 20).initialRamDisk(code ->
                new Archive().directory("dev").directory("proc").directory("tmp").directory("bin")
                        .program("bin/sh", UserImage.of(program.apply(code), data.getBytes(StandardCharsets.ISO_8859_1), DATA_BYTES))
                        .finish())
                .commandLine("asterism.exec=" + Base64.getUrlEncoder().encodeToString("run".getBytes(StandardCharsets.US_ASCII)));
        if (preemptionSeed != 0) {
            options.randomPreemption(preemptionSeed);
        }
        try (TestMachine machine = options.build()) {
            HostComponents components = new HostComponents().bundle(AddressSpaceFactory.class).bundle(VirtualFileSystem.class)
                    .bundle(KernelStart.class).bundle(CmosClock.class);
            components.get(KernelEntry.class).start();
            while (machine.powerState().equals("on")) {
                Task.parkUntil(Clock.monotonicNanos() + 1_000_000);
                if (Clock.monotonicNanos() > DEADLINE_NANOS) {
                    throw new AssertionError("the program did not end; log: " + machine.log());
                }
            }
            return decode(machine.output(Platform.CHANNEL), String.join("\n", machine.log()),
                    machine.framesInUse());
        }
    }

    private static HostedKernel decode(byte[] channel, String log, int frames) {
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
        return new HostedKernel(output.toString(StandardCharsets.ISO_8859_1), exitCode, log, frames);
    }
}
