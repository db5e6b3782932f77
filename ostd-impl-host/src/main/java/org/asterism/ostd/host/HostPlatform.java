package org.asterism.ostd.host;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.asterism.ostd.log.Log;
import org.asterism.ostd.spi.Platform;
import org.asterism.ostd.sync.WaitQueue;
import org.asterism.ostd.task.Task;

/** Consoles that tests feed and read, the captured log, boot information, power. */
final class HostPlatform implements Platform {
    private static final int CHANNELS = 2;
    private static final int LOG_BYTES = 64 << 10;

    private final HostMachine machine;
    private String commandLine;
    private final Random random;
    private final CmosClock cmos;
    private final List<ArrayDeque<Byte>> inputs = new ArrayList<>();
    private final List<WaitQueue> readers = new ArrayList<>();
    private final ByteArrayOutputStream[] outputs = new ByteArrayOutputStream[CHANNELS];
    private final List<String> logLines = new CopyOnWriteArrayList<>();
    private byte[] initialRamDisk;
    private int consoleLogLevel = -1;
    private String powerState = "on";

    HostPlatform(HostMachine machine, String commandLine, byte[] initialRamDisk, Random random, CmosClock cmos) {
        this.machine = machine;
        this.commandLine = commandLine;
        this.initialRamDisk = initialRamDisk;
        this.random = random;
        this.cmos = cmos;
        for (int i = 0; i < CHANNELS; i++) {
            inputs.add(new ArrayDeque<>());
            readers.add(new WaitQueue());
            outputs[i] = new ByteArrayOutputStream();
        }
    }

    /** Replaces what the boot loader handed over. */
    void load(String line, byte[] disk) {
        commandLine = line;
        initialRamDisk = disk;
    }

    /** Makes bytes readable on a channel; the caller holds the baton or runs as an interrupt. */
    void input(int channel, byte[] bytes) {
        for (byte b : bytes) {
            inputs.get(channel).add(b);
        }
        readers.get(channel).wakeAll();
    }

    /** Everything written to a channel so far. */
    byte[] output(int channel) {
        return outputs[channel].toByteArray();
    }

    List<String> logLines() {
        return List.copyOf(logLines);
    }

    /** {@code on}, {@code off} or {@code restarted}. */
    String powerState() {
        return powerState;
    }

    void logFailure(Task task, Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        log(Log.ERROR, task + " ended by " + trace);
    }

    @Override
    public boolean hasConsole(int channel) {
        return channel >= 0 && channel < CHANNELS;
    }

    @Override
    public void writeConsole(int channel, byte[] from, int at, int length) {
        outputs[channel].write(from, at, length);
    }

    @Override
    public int readConsole(int channel, byte[] into, int at, int length) {
        ArrayDeque<Byte> input = inputs.get(channel);
        readers.get(channel).await(() -> !input.isEmpty());
        int count = 0;
        while (count < length && !input.isEmpty()) {
            into[at + count++] = input.poll();
        }
        return count;
    }

    @Override
    public void log(int level, String message) {
        logLines.add("<" + level + ">" + message);
        if (level <= consoleLogLevel) {
            byte[] line = (message + "\r\n").getBytes(StandardCharsets.UTF_8);
            writeConsole(TERMINAL, line, 0, line.length);
        }
    }

    @Override
    public int readLog(byte[] into) {
        byte[] all = (String.join("\n", logLines) + (logLines.isEmpty() ? "" : "\n")).getBytes(StandardCharsets.UTF_8);
        int count = Math.min(Math.min(all.length, into.length), LOG_BYTES);
        System.arraycopy(all, all.length - count, into, 0, count);
        return count;
    }

    @Override
    public void setConsoleLogLevel(int level) {
        consoleLogLevel = level;
    }

    @Override
    public String commandLine() {
        return commandLine;
    }

    @Override
    public long initialRamDiskSize() {
        return initialRamDisk.length;
    }

    @Override
    public void readInitialRamDisk(long position, byte[] into, int at, int length) {
        System.arraycopy(initialRamDisk, (int) position, into, at, length);
    }

    @Override
    public void releaseInitialRamDisk() {
        initialRamDisk = new byte[0];
    }

    @Override
    public void powerOff() {
        powerState = "off";
    }

    @Override
    public void restart() {
        powerState = "restarted";
    }

    @Override
    public void random(byte[] into) {
        random.nextBytes(into);
    }

    @Override
    public int processorCount() {
        return 1;
    }

    @Override
    public String architecture() {
        return "x86_64";
    }

    @Override
    public int readPort8(int port) {
        return cmos.read(port, machine.clock().monotonicNanos());
    }

    @Override
    public void writePort8(int port, int value) {
        cmos.write(port, value);
    }
}
