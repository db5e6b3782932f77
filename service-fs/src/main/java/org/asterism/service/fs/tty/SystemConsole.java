package org.asterism.service.fs.tty;

import java.util.concurrent.atomic.AtomicBoolean;
import org.asterism.kernel.abi.DeviceNumber;
import org.asterism.ostd.console.Console;
import org.asterism.ostd.log.Log;
import org.asterism.ostd.task.TaskOptions;
import org.osgi.service.component.annotations.Component;

/** The terminal that a person sits at. A task of its own takes what is typed, from the first time the terminal is opened. */
@Component(service = SystemConsole.class)
public final class SystemConsole {
    /** The serial port's number: major 4, minor 64. */
    static final int SERIAL = DeviceNumber.of(4, 64);

    private static final int CHUNK = 256;

    private final Terminal terminal;
    private final AtomicBoolean isReading = new AtomicBoolean();

    /** The console of the machine. */
    public SystemConsole() {
        terminal = new Terminal(SERIAL, (bytes, at, length) -> Console.terminal().write(bytes, at, length));
    }

    Terminal terminal() {
        if (Console.terminal().isPresent() && isReading.compareAndSet(false, true)) {
            TaskOptions.of(this::pump).name("console-input").spawn();
        }
        return terminal;
    }

    private void pump() {
        byte[] typed = new byte[CHUNK];
        while (true) {
            int count = Console.terminal().read(typed, 0, typed.length);
            receive(typed, count);
        }
    }

    /** What is typed while memory is exhausted may be lost; the console goes on. */
    private void receive(byte[] typed, int count) {
        try {
            terminal.receive(typed, count);
        } catch (OutOfMemoryError exhausted) {
            Log.warning("out of memory: " + count + " typed bytes were dropped");
        }
    }
}
