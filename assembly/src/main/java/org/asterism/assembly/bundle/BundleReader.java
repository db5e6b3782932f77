package org.asterism.assembly.bundle;

import aQute.bnd.osgi.Domain;
import aQute.bnd.osgi.resource.ResourceBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.asterism.assembly.RefusedException;
import org.osgi.framework.Version;

/** Reads one jar file. */
public final class BundleReader {
    private BundleReader() {}

    /**
     * Reads a jar.
     *
     * @param file the jar
     * @return the bundle, or nothing if the jar has no {@code Bundle-SymbolicName}
     * @throws RefusedException if the file is not a readable jar, or its manifest contradicts the specification
     */
    public static Optional<Bundle> read(Path file) throws RefusedException {
        try {
            byte[] bytes = Files.readAllBytes(file);
            SortedMap<String, byte[]> entries = entries(file, bytes);
            byte[] manifestBytes = entries.get(JarFile.MANIFEST_NAME);
            if (manifestBytes == null) {
                return Optional.empty();
            }
            Manifest manifest = new Manifest(new ByteArrayInputStream(manifestBytes));
            String name = manifest.getMainAttributes().getValue("Bundle-SymbolicName");
            if (name == null) {
                return Optional.empty();
            }
            String version = manifest.getMainAttributes().getValue("Bundle-Version");
            ResourceBuilder builder = new ResourceBuilder();
            builder.addManifest(Domain.domain(manifest));
            return Optional.of(new Bundle(file, name.split(";")[0].strip(), Version.parseVersion(version),
                    Sha256.of(bytes), manifest, builder.build(), entries));
        } catch (IOException | IllegalArgumentException e) {
            throw new RefusedException(file + ": not a readable bundle: " + e.getMessage());
        }
    }

    private static SortedMap<String, byte[]> entries(Path file, byte[] bytes) throws IOException, RefusedException {
        SortedMap<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                if (entries.put(entry.getName(), zip.readAllBytes()) != null) {
                    throw new RefusedException(file + ": holds " + entry.getName() + " twice; rebuild the jar");
                }
            }
        }
        return entries;
    }
}
