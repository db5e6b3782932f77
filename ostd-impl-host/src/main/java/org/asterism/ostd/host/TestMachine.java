package org.asterism.ostd.host;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.asterism.ostd.host.pci.SimulatedFunction;
import org.asterism.ostd.spi.Ostd;
import org.asterism.ostd.spi.Platform;
import org.asterism.ostd.task.Task;

/**
 * A simulated machine for one test. Building it binds it and makes the calling thread its boot task, so that test code calls OSTD
 * and services directly; closing it ends the tasks that are left and throws if one of them had failed.
 *
 * <p>The clock is virtual unless asked otherwise: it moves by {@link #advance}, with each yield and user instruction, and to the
 * next deadline when every task sleeps. If all sleep without a deadline, the boot task gets an
 * {@link IllegalStateException} that names them.
 */
public final class TestMachine implements AutoCloseable {
    private final HostMachine machine;
    private final boolean shared;

    private TestMachine(Builder options) {
        if (Ostd.machine() != null) {
            throw new IllegalStateException("another test machine is bound; close it first");
        }
        machine = new HostMachine(options.memoryBytes, options.realTime,
                options.preemptionSeed == null ? null : preemptions(options.preemptionSeed));
        Ostd.bind(machine);
        byte[] disk = options.initialRamDisk.apply(machine.hostExecution().code());
        machine.attach(new HostPlatform(machine, options.commandLine, disk, new Random(options.randomSeed),
                new CmosClock(options.epochSeconds)));
        shared = options.shared;
        if (shared) {
            machine.share();
        } else {
            machine.hostTasks().adoptCurrentThread();
        }
    }

    /** Seeds that follow each other begin nearly the same sequence in {@link Random}, so that they are mixed first. */
    private static Random preemptions(long seed) {
        return new Random(new SplittableRandom(seed).nextLong());
    }

    /**
     * A machine with defaults: 64 MiB, virtual time, no command line, no initial ram disk.
     *
     * @return bound and ready
     */
    public static TestMachine create() {
        return builder().build();
    }

    /**
     * Options.
     *
     * @return with defaults as {@link #create()}
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The code of simulated user programs.
     *
     * @return never null
     */
    public UserCode code() {
        return machine.hostExecution().code();
    }

    /**
     * The kernel command line.
     *
     * @return as the builder or {@link #load} set it
     */
    public String commandLine() {
        return machine.hostPlatform().commandLine();
    }

    /**
     * Replaces what the boot loader handed over. Call it before the kernel has looked.
     *
     * @param commandLine words for the kernel
     * @param initialRamDisk a cpio archive, copied
     */
    public void load(String commandLine, byte[] initialRamDisk) {
        machine.hostPlatform().load(Objects.requireNonNull(commandLine, "commandLine"), initialRamDisk.clone());
    }

    /**
     * Puts a device into the machine, where the drivers that are there are offered it.
     *
     * @param device new
     */
    public void plug(SimulatedDevice device) {
        device.plugInto(machine.hostFrames().allocator(), machine.hostFrames().memoryBytes());
        machine.devices().addDevice(device);
    }

    /**
     * Puts a function into the next free slot of the machine's PCI bus, where it is found like a real one.
     *
     * @param function new
     */
    public void plug(SimulatedFunction function) {
        machine.plug(function);
    }

    /** Runs the other tasks until none of them can run; time does not move to the next deadline. */
    public void settle() {
        do {
            Task.yieldNow();
        } while (machine.hostTasks().othersRunnable());
    }

    /**
     * Moves virtual time, lets timers fire, and runs tasks until none can run.
     *
     * @param nanos how far
     */
    public void advance(long nanos) {
        machine.clock().spend(nanos);
        settle();
    }

    /**
     * Types on the terminal. Legal from any JVM thread.
     *
     * @param text sent as UTF-8
     */
    public void type(String text) {
        input(Platform.TERMINAL, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Makes bytes readable on a console channel. Legal from any JVM thread.
     *
     * @param channel as {@link Platform}
     * @param bytes copied
     */
    public void input(int channel, byte[] bytes) {
        byte[] copy = bytes.clone();
        machine.hostTasks().interrupt(() -> machine.hostPlatform().input(channel, copy));
    }

    /**
     * What was written to the terminal.
     *
     * @return decoded as UTF-8
     */
    public String terminalOutput() {
        return new String(output(Platform.TERMINAL), StandardCharsets.UTF_8);
    }

    /**
     * What was written to a console channel.
     *
     * @param channel as {@link Platform}
     * @return all bytes so far
     */
    public byte[] output(int channel) {
        return machine.hostPlatform().output(channel);
    }

    /**
     * The kernel log.
     *
     * @return lines, each with its level as {@code <6>}
     */
    public List<String> log() {
        return machine.hostPlatform().logLines();
    }

    /**
     * What became of the power.
     *
     * @return {@code on}, {@code off} or {@code restarted}
     */
    public String powerState() {
        return machine.hostPlatform().powerState();
    }

    /**
     * Frames that are in use: to compare before and after.
     *
     * @return page tables included
     */
    public int framesInUse() {
        return machine.hostFrames().liveFrames();
    }

    /**
     * Lets so many more frames be allocated and no further one, page tables included, until {@link #stopFailingFrameAllocations()}.
     *
     * @param allocations how many succeed, as long as none is given back
     */
    public void failFrameAllocationAfter(long allocations) {
        machine.hostFrames().leaveFree(allocations);
    }

    /** Lets frames be allocated again. */
    public void stopFailingFrameAllocations() {
        machine.hostFrames().leaveAllFree();
    }

    /**
     * Takes what escaped from task bodies and timer callbacks, so that {@link #close()} does not throw it.
     *
     * @return in order
     */
    public List<Throwable> takeFailures() {
        List<Throwable> taken = List.copyOf(machine.hostTasks().failures());
        machine.hostTasks().failures().clear();
        return taken;
    }

    /**
     * Ends all other tasks and unbinds the machine.
     *
     * @throws AssertionError if a task failed and {@link #takeFailures()} did not take it
     */
    @Override
    public void close() {
        if (Ostd.machine() != machine) {
            return;
        }
        try {
            if (shared) {
                machine.hostTasks().enter();
            }
            machine.hostTasks().endAll();
        } finally {
            Ostd.bind(null);
            machine.hostFrames().release();
        }
        List<Throwable> failures = takeFailures();
        if (!failures.isEmpty()) {
            throw new AssertionError("a task of the test machine failed", failures.get(0));
        }
    }

    /** How a test machine is made. */
    public static final class Builder {
        private static final long DEFAULT_MEMORY = 64L << 20;

        private long memoryBytes = DEFAULT_MEMORY;
        private String commandLine = "";
        private Function<UserCode, byte[]> initialRamDisk = code -> new byte[0];
        private boolean realTime;
        private boolean shared;
        private Long preemptionSeed;
        private long randomSeed = 1;
        private long epochSeconds = 1_767_225_600L;

        private Builder() {
        }

        /**
         * Sets how much physical memory there is.
         *
         * @param bytes a multiple of the page size
         * @return this
         */
        public Builder memory(long bytes) {
            memoryBytes = bytes;
            return this;
        }

        /**
         * Sets the kernel command line.
         *
         * @param line as a boot loader passes it
         * @return this
         */
        public Builder commandLine(String line) {
            commandLine = Objects.requireNonNull(line, "line");
            return this;
        }

        /**
         * Sets the initial ram disk.
         *
         * @param image copied
         * @return this
         */
        public Builder initialRamDisk(byte[] image) {
            byte[] copy = image.clone();
            initialRamDisk = code -> copy;
            return this;
        }

        /**
         * Makes the initial ram disk together with the simulated programs on it.
         *
         * @param maker assembles programs for this machine and returns the image
         * @return this
         */
        public Builder initialRamDisk(Function<UserCode, byte[]> maker) {
            initialRamDisk = maker;
            return this;
        }

        /**
         * Uses the JVM's clock; an idle machine then waits for input from other threads instead of reporting a deadlock.
         *
         * @return this
         */
        public Builder realTime() {
            realTime = true;
            return this;
        }

        /**
         * Lets any JVM thread call OSTD and services: each is a task of its own while it is in a call, and the machine runs on when no
         * thread is. For machines that live as long as a framework. Implies {@link #realTime()}.
         *
         * @return this
         */
        public Builder shared() {
            shared = true;
            return realTime();
        }

        /**
         * Preempts at random wherever preemption is on and OSTD is called, to shake out races.
         *
         * @param seed the same seed gives the same run
         * @return this
         */
        public Builder randomPreemption(long seed) {
            preemptionSeed = seed;
            return this;
        }

        /**
         * Seeds the machine's entropy.
         *
         * @param seed the same seed gives the same bytes
         * @return this
         */
        public Builder randomSeed(long seed) {
            randomSeed = seed;
            return this;
        }

        /**
         * Sets the real-time clock.
         *
         * @param seconds since 1970 at boot
         * @return this
         */
        public Builder wallClock(long seconds) {
            epochSeconds = seconds;
            return this;
        }

        /**
         * Builds and binds the machine.
         *
         * @return ready; the calling thread is its boot task
         */
        public TestMachine build() {
            return new TestMachine(this);
        }
    }
}
