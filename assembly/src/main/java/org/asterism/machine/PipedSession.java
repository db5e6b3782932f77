package org.asterism.machine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Connects this process's standard input and output, which are no terminal, to the guest's console until the guest powers off.
 *
 * <p>The input waits for the first byte that the guest prints: what comes sooner is lost when the guest sets up its serial
 * port. Where the input ends, {@code ^D} is typed, which ends a shell.
 */
final class PipedSession {
    private static final int END_OF_TRANSMISSION = 4;

    private final Process qemu;
    private final CountDownLatch listening = new CountDownLatch(1);

    private PipedSession(Process qemu) {
        this.qemu = qemu;
    }

    /**
     * Boots and waits for the end.
     *
     * @param command QEMU's, with its console on standard input and output
     * @return QEMU's exit code
     */
    static int run(List<String> command, InputStream input, OutputStream output) throws IOException, InterruptedException {
        Process qemu = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        Runtime.getRuntime().addShutdownHook(new Thread(qemu::destroy));
        PipedSession session = new PipedSession(qemu);
        Thread typist = new Thread(() -> session.type(input), "typist");
        typist.setDaemon(true);
        typist.start();
        session.show(output);
        return qemu.waitFor();
    }

    private void show(OutputStream output) throws IOException {
        byte[] buffer = new byte[8192];
        for (int count; (count = qemu.getInputStream().read(buffer)) >= 0;) {
            listening.countDown();
            output.write(buffer, 0, count);
            output.flush();
        }
    }

    private void type(InputStream input) {
        try (OutputStream console = qemu.getOutputStream()) {
            listening.await();
            byte[] buffer = new byte[8192];
            int last = '\n';
            for (int count; (count = input.read(buffer)) >= 0;) {
                console.write(buffer, 0, count);
                console.flush();
                last = buffer[count - 1];
            }
            if (last != '\n') {
                console.write('\n');
            }
            console.write(END_OF_TRANSMISSION);
            console.flush();
            qemu.waitFor();
        } catch (IOException e) {
            // the machine ended first
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
