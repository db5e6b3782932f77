package org.asterism.aot.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Compiles sources to objects, each at most once: objects are kept by the hash of source, flags and tool versions. */
final class ObjectCache {
    private final Path directory;
    private final Toolchain toolchain;
    private final String salt;
    private final AtomicInteger compiled = new AtomicInteger();

    ObjectCache(Path directory, Toolchain toolchain) throws IOException {
        // gcc names its folder without links, and what it is to call "." must match
        this.directory = Files.createDirectories(directory).toRealPath();
        this.toolchain = toolchain;
        this.salt = toolchain.version();
        CacheFolder.dropUnused(this.directory, "*.{o,su}");
    }

    /** How many sources had to be compiled. */
    int compiled() {
        return compiled.get();
    }

    /**
     * The object of a source.
     *
     * @param fileName the source's file name, whose suffix tells the language
     * @param context further text that the result depends on
     */
    Path object(String fileName, String source, String context, List<String> flags) {
        String key = key(fileName, source, context, flags);
        Path object = directory.resolve(key + ".o");
        boolean isC = fileName.endsWith(".c");
        if (isPresent(object) && (!isC || isPresent(stackUsage(object)))) {
            return object;
        }
        compiled.incrementAndGet();
        try {
            Path work = Files.createTempDirectory(directory, "work");
            Files.writeString(work.resolve(fileName), source);
            compile(work, fileName, flags);
            if (isC) {
                Files.move(work.resolve("out.su"), stackUsage(object), StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(work.resolve("out.o"), object, StandardCopyOption.ATOMIC_MOVE);
            Files.delete(work.resolve(fileName));
            Files.delete(work);
            return object;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sizes of the stack frames of an object compiled from C, as {@code -fstack-usage} tells them. */
    static Path stackUsage(Path object) {
        return object.resolveSibling(object.getFileName().toString().replaceFirst("\\.o$", ".su"));
    }

    private static boolean isPresent(Path object) {
        try {
            Files.setLastModifiedTime(object, FileTime.from(Instant.now()));
            return true;
        } catch (IOException absent) {
            return false;
        }
    }

    private void compile(Path work, String fileName, List<String> flags) {
        List<String> arguments = new ArrayList<>(flags);
        arguments.addAll(arguments(fileName, work.toString()));
        toolchain.compile(work, arguments);
    }

    /** What every source is compiled with, in a folder that leaves no trace. */
    private static List<String> arguments(String fileName, String folder) {
        List<String> arguments = new ArrayList<>(List.of("-fdebug-prefix-map=" + folder + "=.", "-c", fileName, "-o", "out.o"));
        if (fileName.endsWith(".c")) {
            arguments.add("-fstack-usage");
        }
        return arguments;
    }

    private String key(String fileName, String source, String context, List<String> flags) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : List.of(salt, String.join("\n", arguments(fileName, "")), String.join("\n", flags), context, source)) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
