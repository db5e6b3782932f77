package org.asterism.boottest.guest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One run of {@code ./asterism} with its standard input empty.
 *
 * @param exit exit code, -1 if it was stopped because nothing more came
 * @param output standard output
 * @param error standard error
 */
public record Launch(int exit, byte[] output, String error) {
    /** Exit code of a launch that was stopped for its silence. */
    public static final int SILENT = -1;
    /** Time for anything that a command may be silent about on a busy machine, the compilation of a kernel from nothing included. */
    public static final Duration PATIENCE = Duration.ofMinutes(15);

    /**
     * Runs the launcher to its end.
     *
     * @param patience longest time without a byte of output, after which the launch is stopped
     * @param arguments what comes after {@code ./asterism}
     * @return what came out
     * @throws IOException if the launcher cannot be started
     * @throws InterruptedException if the waiting is interrupted
     */
    public static Launch of(Duration patience, List<String> arguments) throws IOException, InterruptedException {
        return of(patience, Map.of(), arguments);
    }

    /**
     * Runs the launcher to its end, in another environment.
     *
     * @param patience longest time without a byte of output, after which the launch is stopped
     * @param environment variables to set
     * @param arguments what comes after {@code ./asterism}
     * @return what came out
     * @throws IOException if the launcher cannot be started
     * @throws InterruptedException if the waiting is interrupted
     */
    public static Launch of(Duration patience, Map<String, String> environment, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Checkout.launcher().toString()));
        command.addAll(arguments);
        return of(patience, environment, Checkout.root(), command);
    }

    /**
     * Runs any command to its end.
     *
     * @param patience longest time without a byte of output, after which it is stopped
     * @param environment variables to set
     * @param folder its working directory
     * @param command program and arguments
     * @return what came out
     * @throws IOException if it cannot be started
     * @throws InterruptedException if the waiting is interrupted
     */
    public static Launch of(Duration patience, Map<String, String> environment, Path folder, List<String> command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(Path.of("/dev/null").toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        Collector output = new Collector(process.getInputStream());
        Collector error = new Collector(process.getErrorStream());
        boolean silent = false;
        while (!process.waitFor(1, TimeUnit.SECONDS)) {
            long quiet = System.nanoTime() - Math.max(output.lastNanos, error.lastNanos);
            if (quiet > patience.toNanos()) {
                silent = true;
                process.destroy();
                if (!process.waitFor(10, TimeUnit.SECONDS)) {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly();
                }
                break;
            }
        }
        process.waitFor();
        output.join();
        error.join();
        return new Launch(silent ? SILENT : process.exitValue(), output.bytes(), new String(error.bytes(), StandardCharsets.UTF_8));
    }

    /**
     * Standard output as text.
     *
     * @return the decoded bytes
     */
    public String text() {
        return new String(output, StandardCharsets.UTF_8);
    }

    /** Reads a stream to its end, and knows when the last byte came. */
    private static final class Collector extends Thread {
        private final InputStream stream;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private volatile long lastNanos = System.nanoTime();

        Collector(InputStream stream) {
            super("collector");
            this.stream = stream;
            setDaemon(true);
            start();
        }

        @Override
        public void run() {
            byte[] chunk = new byte[8192];
            try (stream) {
                for (int count = stream.read(chunk); count >= 0; count = stream.read(chunk)) {
                    synchronized (bytes) {
                        bytes.write(chunk, 0, count);
                    }
                    lastNanos = System.nanoTime();
                }
            } catch (IOException e) {
                // the process was stopped; what came before counts
            }
        }

        byte[] bytes() {
            synchronized (bytes) {
                return bytes.toByteArray();
            }
        }
    }
}
