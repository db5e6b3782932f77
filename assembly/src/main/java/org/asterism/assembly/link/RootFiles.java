package org.asterism.assembly.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.asterism.assembly.bundle.Sha256;
import org.asterism.assembly.descriptor.KernelDescriptor;
import org.asterism.assembly.initramfs.CpioReader;
import org.asterism.assembly.initramfs.FolderArchive;

/**
 * The root file system that a descriptor names: it is loaded beside the image, and whoever passes both on owes the licences of both.
 *
 * @param name of the archive or folder, without the folders around it
 * @param sha256 of the archive; empty if there was none when the image was assembled
 * @param files how many regular files are in it
 * @param programs what is known of each program and library in it, by path
 */
public record RootFiles(String name, String sha256, int files, SortedMap<String, String> programs) {
    private static final byte[] ELF = {0x7f, 'E', 'L', 'F'};
    private static final List<String> PLACES = List.of("/", "/bin/", "/usr/bin/", "/sbin/", "/usr/sbin/", "/lib/x86_64-linux-gnu/", "/usr/lib/x86_64-linux-gnu/", "/lib64/");

    /**
     * Looks into the root file system that a descriptor names.
     *
     * @param descriptor of a kernel
     * @return what is in it; nothing if none is named
     * @throws IOException if it cannot be read
     */
    public static Optional<RootFiles> of(KernelDescriptor descriptor) throws IOException {
        return descriptor.initramfs().isPresent() ? Optional.of(of(descriptor.initramfs().get())) : Optional.empty();
    }

    /** Looks into an archive or a folder. */
    static RootFiles of(Path source) throws IOException {
        String name = source.getFileName().toString();
        SortedMap<String, String> programs = new TreeMap<>();
        if (!Files.exists(source)) {
            return new RootFiles(name, "", 0, programs);
        }
        byte[] archive = archive(source);
        List<CpioReader.RegularFile> files = CpioReader.regularFiles(archive);
        for (CpioReader.RegularFile file : files) {
            byte[] content = file.content();
            if (content.length > ELF.length && Arrays.equals(content, 0, ELF.length, ELF, 0, ELF.length)) {
                programs.put(file.name(), installed(file).flatMap(DebianSource::licence).orElse("licence not recorded; ask who made it"));
            }
        }
        return new RootFiles(name, Sha256.of(archive), files.size(), programs);
    }

    /** Hash of an archive or of a folder's content; empty if there is none. */
    static String hash(Path source) throws IOException {
        return Files.exists(source) ? Sha256.of(archive(source)) : "";
    }

    private static byte[] archive(Path source) throws IOException {
        return Files.isDirectory(source) ? FolderArchive.pack(source) : Files.readAllBytes(source);
    }

    /** The file of this machine that a program is a copy of. */
    private static Optional<Path> installed(CpioReader.RegularFile file) throws IOException {
        String simple = file.name().substring(file.name().lastIndexOf('/') + 1);
        for (String place : PLACES) {
            Path path = Path.of(place + (place.equals("/") ? file.name() : simple));
            if (Files.isRegularFile(path) && Files.size(path) == file.content().length && Arrays.equals(Files.readAllBytes(path), file.content())) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }

    /** What the lock says: this decides bytes of the image, too. */
    List<String> lockLines() {
        List<String> lines = new ArrayList<>();
        lines.add("initramfs " + name + (sha256.isEmpty() ? " absent" : " sha256:" + sha256));
        programs.forEach((path, known) -> lines.add("root /" + path + " " + known));
        return lines;
    }

    /** What the notice of licences says. */
    List<String> noticeLines() {
        List<String> lines = new ArrayList<>();
        lines.add("beside the image, not in it: the root file system " + name + " of -ostd-initramfs"
                + (sha256.isEmpty() ? ", which was not there when the image was assembled" : ", " + files + " files, sha256 " + sha256));
        programs.forEach((path, known) -> lines.add("    /" + path + ": " + known));
        if (files > programs.size()) {
            lines.add("    " + (files - programs.size()) + " other files: licence not recorded; ask who made them");
        }
        return lines;
    }
}
