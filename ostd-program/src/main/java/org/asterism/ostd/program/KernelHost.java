package org.asterism.ostd.program;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import org.asterism.ostd.console.Console;
import org.asterism.ostd.power.Power;
import org.asterism.ostd.task.TaskOptions;
import org.asterism.ostd.time.Clock;

/**
 * A bare machine as the host of one program: it reads and prints on the raw channel, where no kernel log disturbs it (on the terminal if there is
 * no channel), threads are tasks, and the machine is switched off at the end.
 */
public final class KernelHost extends ProgramHost {
    private final Console console = Console.channel().isPresent() ? Console.channel() : Console.terminal();

    /** The host of this machine. */
    public KernelHost() {
        // a console is all it needs
    }

    @Override
    protected InputStream input() {
        return new ConsoleInput(console);
    }

    @Override
    protected OutputStream output() {
        return new ConsoleOutput(console);
    }

    @Override
    protected OutputStream errors() {
        return new ConsoleOutput(console);
    }

    @Override
    public void startTask(String name, Runnable body) {
        TaskOptions.of(body).name(name).spawn();
    }

    @Override
    public long currentTimeMillis() {
        return Clock.monotonicNanos() / 1_000_000;
    }

    @Override
    public void exit(int status) {
        Power.off();
    }

    private static final class ConsoleInput extends InputStream {
        private final Console console;
        private final byte[] one = new byte[1];

        private ConsoleInput(Console console) {
            this.console = console;
        }

        @Override
        public int read() {
            console.read(one, 0, 1);
            return one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            return length == 0 ? 0 : console.read(bytes, offset, length);
        }
    }

    private static final class ConsoleOutput extends OutputStream {
        private final Console console;

        private ConsoleOutput(Console console) {
            this.console = console;
        }

        @Override
        public void write(int value) {
            console.write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            Objects.checkFromIndexSize(offset, length, bytes.length);
            console.write(bytes, offset, length);
        }
    }
}
