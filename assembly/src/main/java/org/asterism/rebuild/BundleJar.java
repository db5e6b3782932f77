package org.asterism.rebuild;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The entries of a bundle's jar, each as it is told of in the jar, in their order. */
final class BundleJar {
    private static final String CLASS = ".class";

    private final Map<String, ZipEntry> entries = new LinkedHashMap<>();
    private final Map<String, byte[]> contents = new LinkedHashMap<>();

    private BundleJar() {}

    /** Reads a jar. */
    static BundleJar read(Path file) throws IOException {
        BundleJar jar = new BundleJar();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                jar.contents.put(entry.getName(), in.readAllBytes());
                jar.entries.put(entry.getName(), entry);
            }
        }
        return jar;
    }

    /** The classes, by internal names. */
    Map<String, byte[]> classes() {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        contents.forEach((name, content) -> {
            if (name.endsWith(CLASS)) {
                classes.put(name.substring(0, name.length() - CLASS.length()), content);
            }
        });
        return classes;
    }

    /** Puts another class file in the place of one that is there. */
    void replace(String internalName, byte[] classFile) {
        if (contents.replace(internalName + CLASS, classFile) == null) {
            throw new IllegalArgumentException(internalName + " is not in the jar");
        }
    }

    /** Writes it as bnd does. */
    void write(Path file) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry : entries.values()) {
                ZipEntry written = new ZipEntry(entry.getName());
                written.setTime(entry.getTime());
                written.setMethod(entry.getMethod());
                written.setExtra(entry.getExtra());
                byte[] content = contents.get(entry.getName());
                if (entry.getMethod() == ZipEntry.STORED) {
                    written.setSize(entry.getSize());
                    written.setCrc(entry.getCrc());
                }
                out.putNextEntry(written);
                out.write(content);
                out.closeEntry();
            }
        }
    }
}
