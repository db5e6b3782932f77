package org.asterism.rebuild;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
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

    /** Whether the manifest exports packages, against which others may be compiled. */
    boolean exportsPackages() throws IOException {
        return new Manifest(new ByteArrayInputStream(contents.get(JarFile.MANIFEST_NAME))).getMainAttributes().getValue("Export-Package") != null;
    }

    /** Puts other class files in the place of all that are there. They are from no package that had none. */
    void replaceClasses(Map<String, byte[]> classFiles) {
        contents.keySet().removeIf(name -> name.endsWith(CLASS) && !classFiles.containsKey(name.substring(0, name.length() - CLASS.length())));
        classFiles.forEach((name, classFile) -> contents.put(name + CLASS, classFile));
    }

    /** Writes it as bnd does. */
    void write(Path file) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String name : order()) {
                ZipEntry entry = entries.getOrDefault(name, like());
                ZipEntry written = new ZipEntry(name);
                written.setTime(entry.getTime());
                written.setMethod(entry.getMethod());
                written.setExtra(entry.getExtra());
                byte[] content = contents.get(name);
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

    /** What came is put where its name has it among the others, which bnd sorts. */
    private List<String> order() {
        List<String> names = new ArrayList<>(entries.keySet());
        names.removeIf(name -> !contents.containsKey(name));
        for (String name : contents.keySet()) {
            if (!entries.containsKey(name)) {
                int before = 0;
                while (before < names.size() && names.get(before).compareTo(name) < 0) {
                    before++;
                }
                names.add(before, name);
            }
        }
        return names;
    }

    /** All classes are described alike. */
    private ZipEntry like() {
        return entries.values().stream().filter(entry -> entry.getName().endsWith(CLASS)).findFirst().orElseThrow();
    }
}
