package org.asterism.aot.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A tree of class files and resources: a directory, a jar, or {@code java.base} of the running JDK. May be read by many threads. */
public abstract class ClassContainer implements AutoCloseable {
    private ClassContainer() {
    }

    /**
     * Opens a jar or a directory of classes.
     *
     * @throws IOException if it cannot be read
     */
    public static ClassContainer open(Path path) throws IOException {
        return Files.isDirectory(path) ? new Folder(path) : new Jar(path);
    }

    /** The {@code java.base} module of the JDK that runs the compiler. */
    public static ClassContainer javaBase() {
        return new JavaBase();
    }

    /** The bytes of a file, or nothing if there is none of that name. */
    public final Optional<byte[]> read(String name) {
        try (InputStream in = stream(name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names, relative to the root and with {@code /}, of all files below a folder that end in a suffix. */
    public final SortedSet<String> list(String folder, String suffix) {
        SortedSet<String> names = new TreeSet<>();
        try (Stream<String> files = names(folder)) {
            files.filter(name -> name.endsWith(suffix)).forEach(names::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    /** The content of a file, or null. */
    abstract InputStream stream(String name) throws IOException;

    /** The names of all files below a folder. */
    abstract Stream<String> names(String folder) throws IOException;

    @Override
    public void close() throws IOException {
    }

    private static Stream<String> walk(Path root, String folder) throws IOException {
        Path start = root.resolve(folder);
        return Files.isDirectory(start) ? Files.walk(start).map(file -> root.relativize(file).toString()) : Stream.empty();
    }

    private static final class Folder extends ClassContainer {
        private final Path root;

        Folder(Path root) {
            this.root = root;
        }

        @Override
        InputStream stream(String name) throws IOException {
            Path file = root.resolve(name);
            return Files.isRegularFile(file) ? Files.newInputStream(file) : null;
        }

        @Override
        Stream<String> names(String folder) throws IOException {
            return walk(root, folder);
        }
    }

    private static final class Jar extends ClassContainer {
        private final ZipFile file;

        Jar(Path path) throws IOException {
            file = new ZipFile(path.toFile());
        }

        @Override
        InputStream stream(String name) throws IOException {
            ZipEntry entry = file.getEntry(name);
            return entry == null || entry.isDirectory() ? null : file.getInputStream(entry);
        }

        @Override
        Stream<String> names(String folder) {
            String prefix = folder.isEmpty() ? "" : folder + "/";
            return file.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).filter(name -> name.startsWith(prefix));
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    private static final class JavaBase extends ClassContainer {
        @Override
        InputStream stream(String name) throws IOException {
            return Object.class.getModule().getResourceAsStream(name);
        }

        @Override
        Stream<String> names(String folder) throws IOException {
            return walk(FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base"), folder);
        }
    }
}
