package org.asterism.machine;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs one command in the guest: its output comes back on the raw channel, apart from the kernel's console, and its
 * exit code becomes the session's.
 *
 * <p>The channel is a socket of the host that QEMU connects to the second serial port. The guest asks for the
 * command there, so that it may be as long as an argument of execve(2).
 */
public final class ExecSession {
    /** Exit code when the time is up, as timeout(1) has it. */
    public static final int TIMED_OUT = 124;

    /** Exit code when the guest ended without telling an exit code, or QEMU failed. */
    public static final int DIED = 125;

    private static final Duration POWER_OFF = Duration.ofSeconds(5);
    private static final int INPUT_CHUNK = 4096;

    /** Bytes of the longest command: MAX_ARG_STRLEN of Linux, without the final zero. */
    public static final int MOST_COMMAND = 131071;

    private final MachineOptions options;
    private final byte[] command;
    private final Duration timeout;
    private final InputStream input;
    private final OutputStream output;
    private final PrintStream error;
    private final ConsoleLog console = new ConsoleLog();

    /**
     * Prepares a session.
     *
     * @param options what to boot; the kernel's command line tells it to ask for a command
     * @param command what the guest's shell runs
     * @param timeout how long the guest may take, from power-on to the exit frame
     * @param input what the command reads; null if it is not told to read anything
     * @param output where its standard output goes
     * @param error where its standard error goes, and the kernel's last words if it dies
     */
    public ExecSession(MachineOptions options, byte[] command, Duration timeout, InputStream input, OutputStream output, PrintStream error) {
        this.options = options;
        this.command = command;
        this.timeout = timeout;
        this.input = input;
        this.output = output;
        this.error = error;
    }

    /**
     * Boots, runs the command and waits for the end.
     *
     * @return the command's exit code, {@link #TIMED_OUT} or {@link #DIED}
     * @throws IOException if QEMU cannot be started or output cannot be written
     * @throws InterruptedException if the waiting is interrupted
     */
    public int run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("asterism-exec");
        Path socket = folder.resolve("channel");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            Process qemu = start(socket);
            Thread stop = new Thread(() -> {
                qemu.destroyForcibly();
                remove(folder, socket);
            });
            Runtime.getRuntime().addShutdownHook(stop);
            try {
                return serve(server, qemu);
            } finally {
                qemu.destroyForcibly();
                forget(stop);
            }
        } finally {
            remove(folder, socket);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shutdown) {
            // a signal ends this JVM, and the hook is running
        }
    }

    private static void remove(Path folder, Path socket) {
        try {
            Files.deleteIfExists(socket);
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // an empty folder among the temporary files harms nobody
        }
    }

    private Process start(Path socket) throws IOException {
        List<String> words = QemuCommand.machine(options);
        words.addAll(List.of(
                "-chardev", "stdio,id=console,signal=off", "-serial", "chardev:console",
                "-chardev", "socket,id=channel,path=" + socket));
        words.addAll(QemuCommand.channel(options, "channel"));
        Process qemu = new ProcessBuilder(words)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .start();
        daemon("console", () -> console.fill(qemu.getInputStream()));
        return qemu;
    }

    private int serve(ServerSocketChannel server, Process qemu) throws IOException, InterruptedException {
        CompletableFuture<Integer> exit = new CompletableFuture<>();
        daemon("channel", () -> {
            try (SocketChannel channel = accept(server, qemu)) {
                exit.complete(channel == null ? -1 : demultiplex(channel));
            } catch (IOException | RuntimeException e) {
                exit.completeExceptionally(e);
            }
        });
        try {
            int code = exit.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            output.flush();
            if (code < 0) {
                qemu.waitFor(POWER_OFF.toSeconds(), TimeUnit.SECONDS);
                lastWords("the kernel ended without an exit code (QEMU "
                        + (qemu.isAlive() ? "still runs" : "exited with " + qemu.exitValue()) + ")");
                return DIED;
            }
            qemu.waitFor(POWER_OFF.toSeconds(), TimeUnit.SECONDS);
            return code;
        } catch (TimeoutException e) {
            output.flush();
            lastWords("no end within " + timeout.toSeconds() + " s");
            return TIMED_OUT;
        } catch (ExecutionException e) {
            lastWords(String.valueOf(e.getCause().getMessage()));
            return DIED;
        }
    }

    /** QEMU connects before the guest runs; null if it ended instead. */
    private static SocketChannel accept(ServerSocketChannel server, Process qemu) throws IOException {
        server.configureBlocking(false);
        for (;;) {
            SocketChannel channel = server.accept();
            if (channel != null) {
                channel.configureBlocking(true);
                return channel;
            }
            if (!qemu.isAlive()) {
                return null;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    /** Copies frames to where they belong until the exit frame; -1 if the channel ends before it. */
    private int demultiplex(SocketChannel channel) throws IOException {
        DataInputStream frames = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel)));
        for (Frame frame = Frame.read(frames); frame != null; frame = Frame.read(frames)) {
            switch (frame.type()) {
                case Frame.OUTPUT -> {
                    output.write(frame.payload());
                    output.flush();
                }
                case Frame.ERROR -> {
                    error.write(frame.payload());
                    error.flush();
                }
                case Frame.READY -> {
                    send(channel, new Frame(Frame.COMMAND, command));
                    if (input != null) {
                        daemon("input", () -> feed(channel));
                    }
                }
                case Frame.EXIT -> {
                    return frame.exitCode() & 0xff;
                }
                default -> throw new IOException("the guest sent a frame of unknown type " + (int) frame.type());
            }
        }
        return -1;
    }

    private void feed(SocketChannel toGuest) {
        byte[] chunk = new byte[INPUT_CHUNK];
        try {
            for (int count = input.read(chunk); count > 0; count = input.read(chunk)) {
                send(toGuest, new Frame(Frame.INPUT, Arrays.copyOf(chunk, count)));
            }
            send(toGuest, new Frame(Frame.INPUT, new byte[0]));
        } catch (IOException e) {
            // the guest is gone before it has read everything, as a pipe's reader may be
        }
    }

    /** Writes to the channel itself: its stream view would wait for the reading thread. */
    private static void send(SocketChannel channel, Frame frame) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(frame.bytes());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private void lastWords(String reason) {
        error.println("asterism: " + reason + "; the kernel's last words:");
        console.lastLines().forEach(line -> error.println("| " + line));
        error.flush();
    }

    private static void daemon(String name, Runnable body) {
        Thread thread = new Thread(body, name);
        thread.setDaemon(true);
        thread.start();
    }
}
