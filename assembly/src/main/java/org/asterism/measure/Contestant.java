package org.asterism.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process that runs items: a line with a name goes in, a line with a sample comes out. Not for several threads.
 *
 * <p>Time is what all threads of the process spent on processors (proc(5), {@code schedstat}), a collector's and a compiler's
 * included: it does not grow when other processes keep the machine busy. Where Linux does not count that, it is wall time.
 */
final class Contestant implements AutoCloseable {
    private static final String ITEMS = "items";

    private final String name;
    private final Process process;
    private final Writer requests;
    private final BufferedReader answers;

    /**
     * Starts a process.
     *
     * @param name as error messages call it
     * @throws IOException if it cannot be started
     */
    Contestant(String name, List<String> command) throws IOException {
        this.name = name;
        process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        requests = process.outputWriter(StandardCharsets.UTF_8);
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** The names of all items it can run, in order. */
    List<String> items() throws IOException {
        return List.of(ask(ITEMS).split(" "));
    }

    /**
     * Runs an item once.
     *
     * @throws IOException if the process has died or does not know the item
     */
    Sample run(String item) throws IOException {
        long before = processorNanos();
        String answer = ask(item);
        long spent = processorNanos() - before;
        try {
            Sample sample = Sample.parse(answer);
            return spent > 0 ? new Sample(spent, sample.operations(), sample.checksum()) : sample;
        } catch (RuntimeException notASample) {
            throw new IOException(name + " answers '" + answer + "' when asked to run " + item);
        }
    }

    /** Processor time of all threads so far; 0 if Linux does not count it. */
    private long processorNanos() throws IOException {
        long nanos = 0;
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc", Long.toString(process.pid()), "task"))) {
            for (Path thread : threads) {
                nanos += spent(thread.resolve("schedstat"));
            }
        }
        return nanos;
    }

    private static long spent(Path statistics) {
        try {
            return Long.parseLong(Files.readString(statistics).split(" ")[0]);
        } catch (IOException ended) {
            return 0;
        }
    }

    private String ask(String line) throws IOException {
        requests.write(line + "\n");
        requests.flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException(name + " died when asked for " + line + "; its last words are on standard error");
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        requests.close();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
