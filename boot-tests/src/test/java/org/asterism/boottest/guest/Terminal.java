package org.asterism.boottest.guest;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command on a pseudo-terminal (made by script(1)), with what it has shown so far. One thread types, another collects. */
public final class Terminal implements Closeable {
    /** What busybox's shell shows after a prompt, before it reads: the question for the cursor's place, left out when something was typed ahead. */
    private static final String QUESTION = "\u001b[6n";
    private static final long SETTLE_MILLIS = 300;

    private final Process process;
    private final StringBuilder shown = new StringBuilder();
    private int waitedTo;
    private boolean ended;

    /**
     * Starts a command.
     *
     * @param command the command and its arguments, none with a single quote in it
     * @throws IOException if script(1) cannot be started
     */
    public Terminal(List<String> command) throws IOException {
        String line = "'" + String.join("' '", command) + "'";
        process = new ProcessBuilder("script", "--quiet", "--flush", "--return", "--command", line, "/dev/null")
                .directory(Checkout.root().toFile())
                .redirectErrorStream(true)
                .start();
        Thread collector = new Thread(this::collect, "terminal");
        collector.setDaemon(true);
        collector.start();
    }

    private void collect() {
        byte[] chunk = new byte[4096];
        try (InputStream stream = process.getInputStream()) {
            for (int count = stream.read(chunk); count >= 0; count = stream.read(chunk)) {
                synchronized (this) {
                    append(chunk, count);
                    notifyAll();
                }
            }
        } catch (IOException e) {
            // the command was stopped; what it showed counts
        }
        synchronized (this) {
            ended = true;
            notifyAll();
        }
    }

    // QEMU and the outer terminal each may turn a newline into carriage return and newline: all count as a newline.
    private void append(byte[] chunk, int count) {
        for (int i = 0; i < count; i++) {
            char c = (char) (chunk[i] & 0xff);
            while (c == '\n' && shown.length() > waitedTo && shown.charAt(shown.length() - 1) == '\r') {
                shown.setLength(shown.length() - 1);
            }
            shown.append(c);
        }
    }

    /** Types bytes. */
    void type(byte[] bytes) throws IOException, InterruptedException {
        Thread.sleep(SETTLE_MILLIS); // what follows the prompt in the same moment is shown before the echo
        send(bytes);
    }

    private void send(byte[] bytes) throws IOException {
        process.getOutputStream().write(bytes);
        process.getOutputStream().flush();
    }

    /** Types one byte and waits until something was shown for it and the terminal is quiet again. */
    void press(byte key, Duration patience) throws IOException, InterruptedException {
        Thread.sleep(SETTLE_MILLIS); // what is still on its way is no answer to the key
        pressNow(key, patience);
    }

    private synchronized void pressNow(byte key, Duration patience) throws IOException, InterruptedException {
        int before = shown.length();
        send(new byte[] {key});
        long deadline = System.nanoTime() + patience.toNanos();
        while (shown.length() == before) {
            waitForMore(deadline, "nothing was shown in " + patience.toSeconds() + " s", " after the key with code " + (key & 0xff) + "; shown last: '");
        }
        int seen;
        do {
            seen = shown.length();
            wait(SETTLE_MILLIS);
        } while (shown.length() != seen);
    }

    /**
     * Types a line.
     *
     * @param line text without its end
     * @throws IOException if the command is gone
     * @throws InterruptedException if the waiting is interrupted
     */
    public void enter(String line) throws IOException, InterruptedException {
        type((line + "\r").getBytes(StandardCharsets.ISO_8859_1));
    }

    /**
     * Waits until the shell reads a line.
     *
     * @param patience how long
     * @throws IOException if it does not, with what came instead
     * @throws InterruptedException if the waiting is interrupted
     */
    public void expectPrompt(Duration patience) throws IOException, InterruptedException {
        await("# " + QUESTION, patience);
    }

    /** Waits for a text to appear after the one last waited for; returns where it begins. */
    synchronized int await(String text, Duration patience) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            int at = shown.indexOf(text, waitedTo);
            if (at >= 0) {
                waitedTo = at + text.length();
                return at;
            }
            waitForMore(deadline, "nothing like it came in " + patience.toSeconds() + " s", " while '" + text + "' was waited for; shown since: '");
        }
    }

    /** Waits for more to be shown, or the command to end; throws if it has ended, or it is late. */
    private synchronized void waitForMore(long deadline, String late, String what) throws IOException, InterruptedException {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (ended || left <= 0) {
            throw new IOException((ended ? "the command ended" : late) + what + shown.substring(waitedTo) + "'");
        }
        wait(left);
    }

    /** What was shown from a place to the end of what was last waited for. */
    synchronized String shown(int from) {
        return shown.substring(from, waitedTo);
    }

    /**
     * Leaves the shell, whose prompt was waited for, if need be a second time because stopped jobs are left, and waits for the command to end.
     *
     * @param patience how long
     * @throws IOException if it goes on
     * @throws InterruptedException if the waiting is interrupted
     */
    public void leaveShell(Duration patience) throws IOException, InterruptedException {
        await(QUESTION, patience);
        enter("exit");
        if (promptsAgain(patience)) {
            enter("exit");
        }
        awaitEnd(patience);
    }

    /** Waits for the command to end, or the shell to read another line; tells whether it reads. */
    private synchronized boolean promptsAgain(Duration patience) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!ended) {
            if (shown.indexOf(QUESTION, waitedTo) >= 0) {
                return true;
            }
            waitForMore(deadline, "it went on for " + patience.toSeconds() + " s", " after 'exit'; shown since: '");
        }
        return false;
    }

    /**
     * Waits for the command to end by itself.
     *
     * @param patience how long
     * @return its exit code
     * @throws IOException if it goes on
     * @throws InterruptedException if the waiting is interrupted
     */
    public int awaitEnd(Duration patience) throws IOException, InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IOException("the command goes on after " + patience.toSeconds() + " s; shown last: '" + shown.substring(waitedTo) + "'");
        }
        return process.exitValue();
    }

    /**
     * Everything shown so far.
     *
     * @return decoded as ISO 8859-1
     */
    public synchronized String everything() {
        return shown.toString();
    }

    /** Ends the command and all that it started. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * A command that boots our kernel with an interactive shell.
     *
     * @param tree the root file system
     * @param machine that it is for
     * @return the command
     */
    public static List<String> asterism(GuestTree tree, GuestMachine machine) {
        List<String> command = new ArrayList<>(List.of(Checkout.launcher().toString(), "run", "--initramfs", tree.folder().toString()));
        command.addAll(machine.options());
        return command;
    }

    /**
     * A command that boots Linux with an interactive shell.
     *
     * @param kernel its image
     * @param initramfs an archive whose /init starts the shell
     * @return the command
     */
    public static List<String> linux(Path kernel, Path initramfs) {
        return List.of("qemu-system-x86_64", "-accel", "tcg", "-cpu", "max", "-m", "512M", "-nodefaults", "-no-reboot", "-display", "none",
                "-kernel", kernel.toString(), "-initrd", initramfs.toString(), "-append", "console=ttyS0 loglevel=0 panic=-1 rdinit=/init",
                "-chardev", "stdio,id=console,signal=off", "-serial", "chardev:console");
    }
}
