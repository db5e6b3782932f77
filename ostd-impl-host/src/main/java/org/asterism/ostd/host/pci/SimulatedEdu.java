package org.asterism.ostd.host.pci;

import java.util.Arrays;
import org.asterism.ostd.spi.MemoryWindow;
import org.asterism.ostd.time.Clock;
import org.asterism.ostd.time.Timer;

/**
 * QEMU's {@code edu} device (QEMU, docs/specs/edu.rst) in software: it inverts a register, computes factorials, and copies 4 KiB between its
 * own memory and the machine's, with an interrupt that stays until it is acknowledged. Its DMA engine has 28 address lines.
 */
public final class SimulatedEdu extends SimulatedFunction {
    private static final int IDENTIFICATION = 0x0100_00ed;
    private static final int WINDOW_BYTES = 1 << 20;
    private static final long BUFFER = 0x4_0000;
    private static final int BUFFER_BYTES = 4096;
    private static final long HIGHEST_ADDRESS = (1L << 28) - 1;
    private static final long WORK_NANOS = 20_000;

    private static final int LIVENESS = 0x04;
    private static final int FACTORIAL = 0x08;
    private static final int STATUS = 0x20;
    private static final int INTERRUPT_STATUS = 0x24;
    private static final int INTERRUPT_RAISE = 0x60;
    private static final int INTERRUPT_ACKNOWLEDGE = 0x64;
    private static final int DMA_SOURCE = 0x80;
    private static final int DMA_DESTINATION = 0x88;
    private static final int DMA_COUNT = 0x90;
    private static final int DMA_COMMAND = 0x98;

    private static final int COMPUTING = 0x01;
    private static final int INTERRUPT_AFTER_FACTORIAL = 0x80;
    private static final int FACTORIAL_DONE = 0x001;
    private static final int DMA_DONE = 0x100;
    private static final int DMA_RUN = 0x01;
    private static final int DMA_TO_MEMORY = 0x02;
    private static final int DMA_INTERRUPT = 0x04;

    private final Registers registers = new Registers();
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final Timer factorialEnd = new Timer(now -> endFactorial());
    private final Timer dmaEnd = new Timer(now -> endDma());
    private int liveness;
    private int factorial;
    private int status;
    private int interruptStatus;
    private long source;
    private long destination;
    private long count;
    private int command;

    /** A device that is on no bus yet. */
    public SimulatedEdu() {
        super(0x1234, 0x11e8, 0x00ff00, 0x10);
        setSubsystem(0x1af4, 0x1100);
        addRegion(0, registers);
        addMessage();
        addLine(1);
        addFunctionReset();
    }

    @Override
    protected boolean isLineUp() {
        return interruptStatus != 0;
    }

    @Override
    protected void reset() {
        factorialEnd.cancel();
        dmaEnd.cancel();
        status = 0;
        interruptStatus = 0;
        command = 0;
    }

    private void raise(int event) {
        interruptStatus |= event;
        interrupt(0);
    }

    private void endFactorial() {
        int product = 1;
        for (int i = factorial; i > 0; i--) {
            product *= i;
        }
        factorial = product;
        status &= ~COMPUTING;
        if ((status & INTERRUPT_AFTER_FACTORIAL) != 0) {
            raise(FACTORIAL_DONE);
        }
    }

    /** Addresses that make no sense are not transferred to or from; the device does not tell. */
    private void endDma() {
        boolean toMemory = (command & DMA_TO_MEMORY) != 0;
        long own = (toMemory ? source : destination) - BUFFER;
        long machine = (toMemory ? destination : source) & HIGHEST_ADDRESS;
        if (own >= 0 && count > 0 && count <= BUFFER_BYTES - own) {
            byte[] bytes = Arrays.copyOfRange(buffer, (int) own, (int) (own + count));
            if (toMemory) {
                writeMemory(machine, bytes);
            } else if (readMemory(machine, bytes)) {
                System.arraycopy(bytes, 0, buffer, (int) own, bytes.length);
            }
        }
        command &= ~DMA_RUN;
        if ((command & DMA_INTERRUPT) != 0) {
            raise(DMA_DONE);
        }
    }

    /** What a driver reads and writes. */
    private final class Registers implements MemoryWindow {
        @Override
        public long length() {
            return WINDOW_BYTES;
        }

        @Override
        public long read(long offset, int bytes) {
            return switch ((int) offset) {
                case 0 -> IDENTIFICATION;
                case LIVENESS -> liveness & 0xFFFF_FFFFL;
                case FACTORIAL -> factorial & 0xFFFF_FFFFL;
                case STATUS -> status;
                case INTERRUPT_STATUS -> interruptStatus & 0xFFFF_FFFFL;
                case DMA_SOURCE -> source;
                case DMA_DESTINATION -> destination;
                case DMA_COUNT -> count;
                case DMA_COMMAND -> command;
                default -> bytes == Long.BYTES ? -1 : 0xFFFF_FFFFL;
            };
        }

        @Override
        public void write(long offset, int bytes, long value) {
            switch ((int) offset) {
                case LIVENESS -> liveness = ~(int) value;
                case FACTORIAL -> {
                    if ((status & COMPUTING) == 0) {
                        factorial = (int) value;
                        status |= COMPUTING;
                        factorialEnd.arm(Clock.monotonicNanos() + WORK_NANOS);
                    }
                }
                case STATUS -> status = status & ~INTERRUPT_AFTER_FACTORIAL | (int) value & INTERRUPT_AFTER_FACTORIAL;
                case INTERRUPT_RAISE -> raise((int) value);
                case INTERRUPT_ACKNOWLEDGE -> interruptStatus &= ~(int) value;
                case DMA_SOURCE -> source = unlessCopying(value, source);
                case DMA_DESTINATION -> destination = unlessCopying(value, destination);
                case DMA_COUNT -> count = unlessCopying(value, count);
                case DMA_COMMAND -> {
                    if ((command & DMA_RUN) == 0) {
                        command = (int) value;
                        if ((command & DMA_RUN) != 0) {
                            dmaEnd.arm(Clock.monotonicNanos() + WORK_NANOS);
                        }
                    }
                }
                default -> { }
            }
        }

        private long unlessCopying(long value, long before) {
            return (command & DMA_RUN) != 0 ? before : value;
        }
    }
}
