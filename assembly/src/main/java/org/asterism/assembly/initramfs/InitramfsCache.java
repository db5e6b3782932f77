package org.asterism.assembly.initramfs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.asterism.assembly.Architecture;
import org.asterism.assembly.AtomicFile;
import org.asterism.assembly.RefusedException;
import org.asterism.assembly.bundle.Sha256;

/** Archives as files, packed when what they are made of has changed. */
public final class InitramfsCache {
    /** Changes when the default archive's layout does, so that old files are not taken for new ones. */
    private static final String LAYOUT = "1";

    private final Path folder;

    /**
     * Uses a folder.
     *
     * @param folder where packed archives are kept; made when needed
     */
    public InitramfsCache(Path folder) {
        this.folder = folder;
    }

    /**
     * The archive for a root file system.
     *
     * @param source a cpio archive, taken as it is; a folder, packed; or null for the default
     * @param architecture of the default's programs
     * @return the archive's file
     * @throws RefusedException if the source is neither
     * @throws IOException if it cannot be read, or the archive cannot be written
     */
    public Path archive(Path source, Architecture architecture) throws RefusedException, IOException {
        if (source == null) {
            return packedDefault(architecture);
        }
        if (Files.isDirectory(source)) {
            byte[] archive = FolderArchive.pack(source);
            return store("initramfs-" + Sha256.of(archive).substring(0, 16) + ".cpio", archive);
        }
        if (!Files.isRegularFile(source)) {
            throw new RefusedException(source + ": no such initramfs; name a cpio archive or a folder");
        }
        checkMagic(source);
        return source;
    }

    private static void checkMagic(Path source) throws IOException, RefusedException {
        try (var in = Files.newInputStream(source)) {
            byte[] start = in.readNBytes(6);
            boolean gzip = start.length > 2 && start[0] == 0x1f && start[1] == (byte) 0x8b;
            boolean newc = new String(start, java.nio.charset.StandardCharsets.ISO_8859_1).matches("07070[12]");
            if (!gzip && !newc) {
                throw new RefusedException(source + ": neither a cpio archive in the newc format nor a gzip of one;"
                        + " make one with: find . | cpio -o -H newc");
            }
        }
    }

    private Path packedDefault(Architecture architecture) throws RefusedException, IOException {
        Path busybox = DefaultInitramfs.busybox(architecture);
        String identity = Files.isRegularFile(busybox) ? Sha256.of(busybox).substring(0, 16) : "none";
        Path file = folder.resolve("initramfs-busybox-" + LAYOUT + "-" + identity + ".cpio");
        return Files.isRegularFile(file) ? file : store(file.getFileName().toString(), DefaultInitramfs.pack(busybox));
    }

    private Path store(String name, byte[] archive) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            AtomicFile.write(file, archive);
        }
        return file;
    }
}
