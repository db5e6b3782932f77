package org.asterism.aot.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A tree of class files and resources: a directory, a jar, or {@code java.base} of the running JDK. */
public final class ClassContainer implements AutoCloseable {
    private final Path root;
    private final FileSystem owned;

    private ClassContainer(Path root, FileSystem owned) {
        this.root = root;
        this.owned = owned;
    }

    /**
     * Opens a jar or a directory of classes.
     *
     * @throws IOException if it cannot be read
     */
    public static ClassContainer open(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return new ClassContainer(path, null);
        }
        FileSystem jar = FileSystems.newFileSystem(path);
        return new ClassContainer(jar.getPath("/"), jar);
    }

    /** The {@code java.base} module of the JDK that runs the compiler. */
    public static ClassContainer javaBase() {
        return new ClassContainer(FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base"), null);
    }

    /** The bytes of a file, or nothing if there is none of that name. */
    public Optional<byte[]> read(String name) {
        Path file = root.resolve(name);
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names, relative to the root and with {@code /}, of all files below a folder that end in a suffix. */
    public SortedSet<String> list(String folder, String suffix) {
        SortedSet<String> names = new TreeSet<>();
        Path start = root.resolve(folder);
        if (!Files.isDirectory(start)) {
            return names;
        }
        try (Stream<Path> files = Files.walk(start)) {
            files.map(file -> root.relativize(file).toString()).filter(name -> name.endsWith(suffix)).forEach(names::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    @Override
    public void close() throws IOException {
        if (owned != null) {
            owned.close();
        }
    }
}
