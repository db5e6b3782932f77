package org.asterism.assembly.initramfs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Packs a folder of the host as it is: types, permissions, links and devices. */
public final class FolderArchive {
    private static final int TYPE_MASK = 0170000;
    private static final int REGULAR = 0100000;
    private static final int SYMBOLIC_LINK = 0120000;
    private static final int SOCKET = 0140000;

    private FolderArchive() {}

    /**
     * Packs a folder. Sockets are left out, hard links become copies.
     *
     * @param folder becomes the root directory
     * @return the archive's bytes
     * @throws IOException if a file cannot be read
     */
    public static byte[] pack(Path folder) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.filter(path -> !path.equals(folder)).sorted().toList();
        }
        return CpioWriter.archive(archive -> {
            for (Path path : paths) {
                add(archive, folder.relativize(path).toString(), path);
            }
        });
    }

    private static void add(CpioWriter archive, String name, Path path) throws IOException {
        Map<String, Object> attributes = Files.readAttributes(path, "unix:mode,rdev", LinkOption.NOFOLLOW_LINKS);
        int mode = (int) attributes.get("mode");
        long device = ((Number) attributes.get("rdev")).longValue();
        switch (mode & TYPE_MASK) {
            case SOCKET -> { }
            case REGULAR -> archive.entry(name, mode, Files.readAllBytes(path), 0, 0);
            case SYMBOLIC_LINK -> archive.entry(name, mode,
                    Files.readSymbolicLink(path).toString().getBytes(StandardCharsets.UTF_8), 0, 0);
            default -> archive.entry(name, mode, new byte[0], major(device), minor(device));
        }
    }

    /** Major number of a dev_t, as {@code gnu_dev_major} takes it apart. */
    private static int major(long device) {
        return (int) (device >>> 8 & 0xfff | device >>> 32 & ~0xfffL);
    }

    /** Minor number of a dev_t, as {@code gnu_dev_minor} takes it apart. */
    private static int minor(long device) {
        return (int) (device & 0xff | device >>> 12 & ~0xffL);
    }
}
