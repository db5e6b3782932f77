package org.asterism.language.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a command to its end, or to a time limit. */
final class HostProcess {
    /** The status of a command that was killed at its time limit. */
    static final int TIMED_OUT = -1;

    private HostProcess() {}

    /** What a command did; output and errors together. */
    record Outcome(int status, String output) {}

    static Outcome run(List<String> command, Map<String, String> environment, int seconds) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        boolean[] late = new boolean[1];
        Thread guard = new Thread(() -> late[0] = isLate(process, seconds), "time limit of " + command.get(0));
        guard.setDaemon(true);
        guard.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            int status = process.waitFor();
            guard.join();
            return new Outcome(late[0] ? TIMED_OUT : status, output);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + command.get(0) + " ran", e);
        }
    }

    private static boolean isLate(Process process, int seconds) {
        try {
            if (process.waitFor(seconds, TimeUnit.SECONDS)) {
                return false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.toHandle().destroyForcibly(); // unlike the process's own method, this leaves its output readable
        return true;
    }
}
