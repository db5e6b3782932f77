package org.asterism.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Gives this process's terminal to the guest's console until the guest powers off.
 *
 * <p>QEMU puts the terminal into raw mode, so that every key, {@code ^C} too, reaches the guest's line discipline;
 * {@code Ctrl-A X} ends the machine. The terminal's settings are put back however QEMU ends. Where standard input is no
 * terminal, its bytes are typed on the console.
 */
public final class InteractiveSession {
    private final MachineOptions options;

    /**
     * Prepares a session.
     *
     * @param options what to boot
     */
    public InteractiveSession(MachineOptions options) {
        this.options = options;
    }

    /**
     * Boots and waits for the end.
     *
     * @return QEMU's exit code: 0 after power-off
     * @throws IOException if QEMU cannot be started
     * @throws InterruptedException if the waiting is interrupted
     */
    public int run() throws IOException, InterruptedException {
        List<String> command = QemuCommand.machine(options);
        Optional<String> settings = terminalSettings();
        if (settings.isEmpty()) {
            command.addAll(List.of("-serial", "stdio"));
            return PipedSession.run(command, System.in, System.out);
        }
        command.addAll(List.of("-serial", "mon:stdio"));
        Thread restore = new Thread(() -> restoreTerminal(settings.get()));
        Runtime.getRuntime().addShutdownHook(restore);
        Process qemu = new ProcessBuilder(command).inheritIO().start();
        Thread stop = new Thread(qemu::destroy);
        Runtime.getRuntime().addShutdownHook(stop);
        return qemu.waitFor();
    }

    /** What {@code stty -g} prints, or nothing if standard input is no terminal. */
    private static Optional<String> terminalSettings() throws IOException, InterruptedException {
        Process stty = new ProcessBuilder("stty", "-g")
                .redirectInput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String settings = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        return stty.waitFor() == 0 ? Optional.of(settings) : Optional.empty();
    }

    private static void restoreTerminal(String settings) {
        try {
            new ProcessBuilder("stty", settings)
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            System.err.println("asterism: the terminal could not be restored, type: stty sane (" + e.getMessage() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
