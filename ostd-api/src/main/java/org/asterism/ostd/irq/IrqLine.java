package org.asterism.ostd.irq;

import java.util.concurrent.atomic.AtomicInteger;
import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.failure.FailureReport;
import org.asterism.ostd.spi.BusDevice;
import org.asterism.ostd.spi.BusInterrupt;
import org.asterism.ostd.sync.WaitQueue;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.task.TaskOptions;

/** One interrupt of a device with its handler. Made by {@link org.asterism.ostd.bus.Device#openInterrupt}. Context: task. */
public final class IrqLine implements AutoCloseable {
    private final String name;
    private final Runnable handler;
    private final AtomicInteger came = new AtomicInteger();
    private final Task task;
    private final WaitQueue end = new WaitQueue();
    private final BusInterrupt interrupt;
    private volatile boolean closing;
    private volatile boolean ended;

    /**
     * Connects an interrupt.
     *
     * @param device which only OSTD can name
     * @param index of the interrupt
     * @param mayMaster whether it may come as a message
     * @param name of the handler's task
     * @param handler runs after each interrupt
     * @throws DeviceException if the device has no such interrupt, or the processor no vector left
     */
    public IrqLine(BusDevice device, int index, boolean mayMaster, String name, Runnable handler) throws DeviceException {
        this.name = name;
        this.handler = handler;
        this.task = TaskOptions.of(this::serve).name(name).build();
        interrupt = device.connect(index, mayMaster, this::raise);
        try {
            TaskOptions.start(task);
        } catch (OutOfMemoryError noStack) {
            interrupt.close();
            throw noStack;
        }
    }

    /**
     * How often the interrupt has come.
     *
     * @return a count that wraps
     */
    public int count() {
        return came.get();
    }

    /** Disconnects the interrupt and waits until the handler has returned, unless it is the handler that closes. Closing twice does nothing. */
    @Override
    public void close() {
        if (!closing) {
            closing = true;
            interrupt.close();
            task.unpark();
        }
        if (Task.current() != task) {
            end.await(() -> ended);
        }
    }

    private void raise() {
        came.incrementAndGet();
        task.unpark();
    }

    private void serve() {
        int handled = 0;
        while (!closing) {
            int now = came.get();
            if (now == handled) {
                Task.park();
                continue;
            }
            handled = now;
            try {
                handler.run();
            } catch (Throwable failure) {
                FailureReport.contain("an interrupt handler, " + name, failure);
            }
            if (!closing) {
                interrupt.rearm();
            }
        }
        ended = true;
        end.wakeAll();
    }
}
