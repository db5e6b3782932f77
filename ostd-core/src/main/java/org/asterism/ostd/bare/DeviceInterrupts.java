package org.asterism.ostd.bare;

import org.asterism.ostd.arch.RawLock;
import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.effect.InterruptSafe;
import org.asterism.ostd.scheduling.DeferredWork;
import org.asterism.ostd.spi.BusInterrupt;
import org.asterism.ostd.spi.InterruptSink;
import org.asterism.ostd.unsafe.Address;

/**
 * The interrupts of devices, but for their controller. The top half marks a bit in the processor's area; sinks are told later, in atomic context. A line
 * does not come again until it is rearmed.
 */
public abstract class DeviceInterrupts {
    /** How many there can be. */
    public static final int COUNT = 64;
    /** The line of what has none: of a message. */
    protected static final int NO_LINE = -1;

    private final long pending = ImageSymbols.bootCpu() + CpuArea.DEVICES_PENDING;
    private final int[] lines = new int[COUNT];
    private final InterruptSink[] sinks = new InterruptSink[COUNT];
    private final RawLock lock = new RawLock();

    /** Nothing is connected. */
    protected DeviceInterrupts() {}

    /**
     * Lets a line come. Called with interrupts off.
     *
     * @param line  of the controller
     * @param index of the interrupt
     */
    protected abstract void unmask(int line, int index);

    /**
     * Keeps a line from coming. Called with interrupts off.
     *
     * @param line  of the controller
     * @param index of the interrupt
     */
    protected abstract void mask(int line, int index);

    /**
     * The line of an interrupt.
     *
     * @param index of the interrupt
     * @return {@link #NO_LINE} if it is a message
     */
    protected final int line(int index) {
        return lines[index];
    }

    /**
     * The interrupt of a line.
     *
     * @param line of the controller
     * @return its index, negative if nobody has it
     */
    protected final int indexOf(int line) {
        int index = COUNT - 1;
        while (index >= 0 && (lines[index] != line || sinks[index] == null)) {
            index--;
        }
        return index;
    }

    /**
     * The top half: touches raw memory only.
     *
     * @param index of the interrupt that came
     */
    @InterruptSafe
    protected final void mark(int index) {
        Address.storeLong(pending, Address.loadLong(pending) | 1L << index);
        DeferredWork.request();
    }

    /** Tells the sinks of what has come. Called in atomic context. */
    final void deliver() {
        if (Address.loadLong(pending) == 0) {
            return;
        }
        for (long came = Address.getAndSetLong(pending, 0); came != 0; came &= came - 1) {
            InterruptSink sink = sinks[Long.numberOfTrailingZeros(came)];
            if (sink != null) {
                sink.raise();
            }
        }
    }

    /**
     * Takes an interrupt.
     *
     * @param line of the controller, or {@link #NO_LINE}
     * @param sink is told
     * @return its index
     * @throws DeviceException if none is left
     */
    protected final int take(int line, InterruptSink sink) throws DeviceException {
        lock.lock();
        try {
            for (int index = 0; index < COUNT; index++) {
                if (sinks[index] == null) {
                    lines[index] = line;
                    sinks[index] = sink;
                    return index;
                }
            }
        } finally {
            lock.unlock();
        }
        throw new DeviceException("all " + COUNT + " interrupts for devices are taken");
    }

    /**
     * Gives an interrupt back.
     *
     * @param index from {@link #take}
     */
    protected final void giveBack(int index) {
        sinks[index] = null;
    }

    /**
     * Connects a line that nobody has.
     *
     * @param line of the controller
     * @param sink is told
     * @return the connection
     * @throws DeviceException if no interrupt is left
     */
    final BusInterrupt connect(int line, InterruptSink sink) throws DeviceException {
        int index = take(line, sink);
        BusInterrupt connection = new BusInterrupt() {
            @Override
            public void rearm() {
                long interrupts = ProcessorControl.disableInterrupts();
                unmask(line, index);
                ProcessorControl.restoreInterrupts(interrupts);
            }

            @Override
            public void close() {
                long interrupts = ProcessorControl.disableInterrupts();
                mask(line, index);
                ProcessorControl.restoreInterrupts(interrupts);
                giveBack(index);
            }
        };
        connection.rearm();
        return connection;
    }
}
