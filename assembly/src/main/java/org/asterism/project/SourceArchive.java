package org.asterism.project;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The sources of a module as development environments look for them beside its jar, to show what its documentation says. */
final class SourceArchive {
    private SourceArchive() {}

    /** All files below a folder; equal folders give equal bytes. */
    static byte[] of(Path folder) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Stream<Path> walk = Files.walk(folder); ZipOutputStream archive = new ZipOutputStream(bytes)) {
            List<Path> files = walk.filter(Files::isRegularFile).sorted().toList();
            for (Path file : files) {
                ZipEntry entry = new ZipEntry(folder.relativize(file).toString());
                entry.setTime(0);
                archive.putNextEntry(entry);
                archive.write(Files.readAllBytes(file));
            }
        }
        return bytes.toByteArray();
    }
}
