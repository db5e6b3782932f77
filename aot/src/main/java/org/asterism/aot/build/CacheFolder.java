package org.asterism.aot.build;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

/** A folder of files that can be made again; whoever uses one sets its time of modification. */
public final class CacheFolder {
    private static final Duration KEPT = Duration.ofDays(30);

    private CacheFolder() {}

    /**
     * Deletes what nobody has used for a month. Others may do so at the same time.
     *
     * @param folder which is there
     * @param glob   names of the files that may go
     * @throws IOException if the folder cannot be read, or a file cannot be deleted
     */
    public static void dropUnused(Path folder, String glob) throws IOException {
        FileTime oldest = FileTime.from(Instant.now().minus(KEPT));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, glob)) {
            for (Path file : files) {
                if (isOlder(file, oldest)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static boolean isOlder(Path file, FileTime time) throws IOException {
        try {
            return Files.getLastModifiedTime(file).compareTo(time) < 0;
        } catch (NoSuchFileException gone) {
            return false; // another process drops, too
        }
    }
}
