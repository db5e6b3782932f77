package org.asterism.boottest.guest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder that becomes the guest's root file system: busybox, accounts, the driver and test programs, as on the recording side. */
public final class GuestTree {
    private final Path folder;

    private GuestTree(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes a tree with the given programs, compiling those in C that are stale.
     *
     * @param label names the tree's folder under {@code target/}
     * @param programs names of programs
     * @return the tree
     * @throws IOException if a script fails, with what it said
     * @throws InterruptedException if the waiting is interrupted
     */
    public static GuestTree with(String label, List<String> programs) throws IOException, InterruptedException {
        return with(label, programs, GuestMachine.X86_64);
    }

    /**
     * Makes a tree for a machine.
     *
     * @param label names the tree's folder under {@code target/}
     * @param programs names of programs
     * @param machine that they are compiled for
     * @return the tree
     * @throws IOException if a script fails, with what it said
     * @throws InterruptedException if the waiting is interrupted
     */
    public static GuestTree with(String label, List<String> programs, GuestMachine machine) throws IOException, InterruptedException {
        Path folder = Checkout.bootTests().resolve("target/guest-" + label);
        Path oracle = Checkout.bootTests().resolve("oracle");
        Files.createDirectories(folder.getParent());
        shell(machine, List.of("rm", "-rf", folder.toString()));
        shell(machine, List.of(oracle.resolve("guest-tree").toString(), folder.toString()));
        List<String> command = new ArrayList<>(List.of(oracle.resolve("guest-tests").toString(), folder.toString()));
        command.addAll(programs);
        shell(machine, command);
        return new GuestTree(folder);
    }

    private static void shell(GuestMachine machine, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectInput(Path.of("/dev/null").toFile());
        builder.environment().put("ASTERISM_ARCH", machine.word());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        if (code != 0) {
            throw new IOException(command.get(0) + " failed with code " + code + ": " + said);
        }
    }

    /**
     * The folder to give to {@code run --initramfs}.
     *
     * @return an absolute path
     */
    public Path folder() {
        return folder;
    }
}
