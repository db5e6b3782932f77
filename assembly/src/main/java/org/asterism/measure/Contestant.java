package org.asterism.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that runs items: a line with a name goes in, a line with a sample comes out. Not for several threads. */
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
        String answer = ask(item);
        try {
            return Sample.parse(answer);
        } catch (RuntimeException notASample) {
            throw new IOException(name + " answers '" + answer + "' when asked to run " + item);
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
