package org.asterism.ostd.platform;

import java.util.Objects;
import org.asterism.ostd.arch.Board;
import org.asterism.ostd.arch.Processor;
import org.asterism.ostd.arch.RawLock;
import org.asterism.ostd.arch.SerialPort;
import org.asterism.ostd.frames.FrameAllocator;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.runtime.CodePosition;
import org.asterism.ostd.spi.Platform;
import org.asterism.ostd.substitute.RecordedTraces;

/** The API's console, log, power, entropy, boot information and ports, over the architecture. */
public final class PlatformService implements Platform {
    private final Board board;
    private final BootFacts facts;
    private final FrameAllocator allocator;
    private final ConsoleChannel terminal;
    private final ConsoleChannel channel;
    private final KernelLog log;
    private final RandomBytes random;
    private final RawLock ramDiskLock = new RawLock();
    private long ramDiskBytes;
    private LastWords lastWords = () -> { };

    /**
     * The platform of a machine.
     *
     * @param board     what it has once
     * @param facts     what the boot loader told
     * @param allocator takes the ram disk's frames in the end
     * @param processor with the clock
     * @param terminal  the console's port
     * @param channel   the raw channel's port
     */
    public PlatformService(Board board, BootFacts facts, FrameAllocator allocator, Processor processor, SerialPort terminal, SerialPort channel) {
        this.board = board;
        this.facts = facts;
        this.allocator = allocator;
        this.terminal = new ConsoleChannel(terminal);
        this.channel = new ConsoleChannel(channel);
        log = new KernelLog(processor, this.terminal);
        random = new RandomBytes(board, processor.monotonicNanos());
        ramDiskBytes = facts.ramDiskBytes();
    }

    /** Something to tell before the machine is turned off. */
    @FunctionalInterface
    public interface LastWords {
        /** Logs it. */
        void tell();
    }

    @Override
    public StackTraceElement[] recordedTrace(Throwable failure) {
        return RecordedTraces.of(failure);
    }

    @Override
    public String bundleOf(Object object) {
        return CodePosition.bundleOf(object.getClass().getName());
    }

    /**
     * Has something told before the machine is turned off.
     *
     * @param report logs it
     */
    public void tellAtTheEnd(LastWords report) {
        lastWords = report;
    }

    /** Wakes the readers of input that interrupts have taken in. Called in atomic context. */
    public void deliverInput() {
        terminal.deliver();
        channel.deliver();
    }

    @Override
    public boolean hasConsole(int number) {
        return console(number).isPresent();
    }

    @Override
    public void writeConsole(int number, byte[] from, int at, int length) {
        console(number).write(from, at, length);
    }

    @Override
    public int readConsole(int number, byte[] into, int at, int length) {
        return console(number).read(into, at, length);
    }

    @Override
    public void log(int level, String message) {
        log.append(level, message);
    }

    @Override
    public int readLog(byte[] into) {
        return log.read(into);
    }

    @Override
    public void setConsoleLogLevel(int level) {
        log.setConsoleLevel(level);
    }

    @Override
    public String commandLine() {
        return facts.commandLine();
    }

    @Override
    public long initialRamDiskSize() {
        return ramDiskBytes;
    }

    @Override
    public void readInitialRamDisk(long position, byte[] into, int at, int length) {
        ramDiskLock.lock();
        try {
            Objects.checkFromIndexSize(position, length, ramDiskBytes);
            allocator.memory().copyToArray(allocator.memory().address(facts.ramDisk() + position), into, at, length);
        } finally {
            ramDiskLock.unlock();
        }
    }

    @Override
    public void releaseInitialRamDisk() {
        ramDiskLock.lock();
        long bytes = ramDiskBytes;
        ramDiskBytes = 0;
        ramDiskLock.unlock();
        if (bytes != 0) {
            // SAFETY: with the size at 0 nobody reads the ram disk any more, and its frames were never the allocator's.
            allocator.add(facts.ramDisk(), PageSize.ceil(facts.ramDisk() + bytes));
        }
    }

    @Override
    public void powerOff() {
        lastWords.tell();
        board.powerOff();
    }

    @Override
    public void restart() {
        board.restart();
    }

    @Override
    public void random(byte[] into) {
        random.fill(into);
    }

    @Override
    public int processorCount() {
        return board.processorCount();
    }

    @Override
    public String architecture() {
        return board.architecture();
    }

    @Override
    public int readPort8(int port) {
        return board.readPort8(port);
    }

    @Override
    public void writePort8(int port, int value) {
        board.writePort8(port, value);
    }

    @Override
    public int readClockRegister(int offset) {
        return board.readClockRegister(offset);
    }

    private ConsoleChannel console(int number) {
        return switch (number) {
            case TERMINAL -> terminal;
            case CHANNEL -> channel;
            default -> throw new IllegalArgumentException("no console channel " + number + "; 0 is the terminal, 1 the raw channel");
        };
    }
}
