package org.asterism.assembly.initramfs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.asterism.assembly.Architecture;
import org.asterism.assembly.RefusedException;

/** The root file system used when none is named: Debian's static busybox, a link for each of its applets, and accounts. */
public final class DefaultInitramfs {
    /** Where Debian's package busybox-static puts the program. */
    public static final Path BUSYBOX = Path.of("/bin/busybox");

    private static final String BUILT = "asterism.busybox.";

    private static final List<String> DIRECTORIES =
            List.of("bin", "dev", "etc", "mnt", "proc", "run", "sbin", "sys", "usr", "usr/bin", "usr/sbin", "var", "var/log");

    private DefaultInitramfs() {}

    /**
     * The busybox for an architecture: the host's own, or one that the launcher has built.
     *
     * @param architecture of the kernel
     * @return its file
     * @throws RefusedException if the launcher has not told of one
     */
    public static Path busybox(Architecture architecture) throws RefusedException {
        if (architecture == Architecture.X86_64) {
            return BUSYBOX;
        }
        String built = System.getProperty(BUILT + architecture.word(), "");
        if (built.isEmpty() && Files.isExecutable(kept(architecture))) {
            return kept(architecture); // Maven's goals are not started by the launcher
        }
        if (built.isEmpty()) {
            throw new RefusedException("no busybox for " + architecture.word() + " to make the default initramfs of; start with ./asterism run --arch "
                    + architecture.word() + ", which builds one, or name an archive with --initramfs");
        }
        return Path.of(built);
    }

    /** Where the launcher keeps what it has built. */
    private static Path kept(Architecture architecture) {
        String cache = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
        return (cache.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache))
                .resolve("asterism/busybox-" + architecture.word() + "/busybox");
    }

    /**
     * Packs the archive.
     *
     * @param busybox a statically linked busybox; beside it lie {@code busybox.links}, the paths of its applets, or this host can run it to ask it
     * @return the archive's bytes
     * @throws RefusedException if busybox is missing, not static, or does not tell its applets
     * @throws IOException if it cannot be read
     */
    public static byte[] pack(Path busybox) throws RefusedException, IOException {
        if (!Files.isExecutable(busybox)) {
            throw new RefusedException(busybox + ": no busybox to make the default initramfs of;"
                    + " install package busybox-static, or name an archive with --initramfs");
        }
        SortedSet<String> applets = applets(busybox);
        byte[] program = Files.readAllBytes(busybox);
        return CpioWriter.archive(archive -> {
            for (String directory : DIRECTORIES) {
                archive.directory(directory, 0755);
            }
            archive.directory("root", 0700);
            archive.directory("tmp", 01777);
            archive.file("bin/busybox", 0755, program);
            for (String applet : applets) {
                if (!applet.equals("bin/busybox")) {
                    archive.link(applet, "/bin/busybox");
                }
            }
            archive.characterDevice("dev/console", 0600, 5, 1);
            archive.characterDevice("dev/null", 0666, 1, 3);
            archive.file("etc/passwd", 0644, text("root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/false\n"));
            archive.file("etc/group", 0644, text("root:x:0:\ntty:x:5:\nnogroup:x:65534:\n"));
            archive.file("etc/hostname", 0644, text("asterism\n"));
            archive.file("etc/profile", 0644, text("export PATH=/bin:/sbin:/usr/bin:/usr/sbin\nPS1='\\u@\\h:\\w\\$ '\n"));
        });
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static SortedSet<String> applets(Path busybox) throws IOException, RefusedException {
        Path links = busybox.resolveSibling("busybox.links");
        if (Files.isRegularFile(links)) {
            return inDirectories(Files.readString(links));
        }
        Process process = new ProcessBuilder(busybox.toString(), "--list-full").redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        try {
            if (process.waitFor() != 0) {
                throw new RefusedException(busybox + " --list-full failed: " + output.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while asking " + busybox + " for its applets", e);
        }
        return inDirectories(output);
    }

    private static SortedSet<String> inDirectories(String paths) {
        SortedSet<String> applets = new TreeSet<>();
        for (String line : paths.split("\n")) {
            String path = line.strip().replaceFirst("^/", "");
            if (DIRECTORIES.contains(path.substring(0, Math.max(0, path.lastIndexOf('/'))))) {
                applets.add(path);
            }
        }
        return applets;
    }
}
