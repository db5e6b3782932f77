package org.asterism.assembly.bundle;

import aQute.bnd.osgi.Domain;
import aQute.bnd.osgi.resource.ResourceBuilder;
import aQute.bnd.osgi.resource.ResourceUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.asterism.assembly.Excerpt;
import org.asterism.assembly.RefusedException;
import org.osgi.framework.Version;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;

/** Reads one jar file. */
public final class BundleReader {
    private static final int LONGEST_SHOWN = 300;
    private static final int MOST_MANIFEST_BYTES = 1 << 20;
    private static final String REBUILD = "; rebuild the jar";

    /** OSGi Core 8, 1.3.2; what is more would be a path where the bundle is written to a file of its name. */
    private static final String SYMBOLIC_NAME = "[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*";

    private final Path file;
    private final Set<JarCheck> checks;

    private BundleReader(Path file, Set<JarCheck> checks) {
        this.file = file;
        this.checks = checks;
    }

    /**
     * Reads a jar.
     *
     * @param file the jar
     * @return the bundle, or nothing if the jar has no {@code Bundle-SymbolicName}
     * @throws RefusedException if the file is not a readable jar, or its manifest contradicts the specification
     */
    public static Optional<Bundle> read(Path file) throws RefusedException {
        return read(file, EnumSet.allOf(JarCheck.class));
    }

    /** Reads with some checks only. For tests that see what a check is worth. */
    static Optional<Bundle> read(Path file, Set<JarCheck> checks) throws RefusedException {
        return new BundleReader(file, checks).read();
    }

    private Optional<Bundle> read() throws RefusedException {
        try {
            long length = Files.size(file);
            if (length > JarReader.MOST_JAR_BYTES) {
                refuse(JarCheck.SIZE, "has " + length + " bytes, more than the " + JarReader.MOST_JAR_BYTES + " of any sensible bundle; split it");
            }
            byte[] bytes = Files.readAllBytes(file);
            SortedMap<String, byte[]> entries = new JarReader(file, bytes, checks).read();
            byte[] manifestBytes = entries.get(JarFile.MANIFEST_NAME);
            if (manifestBytes == null) {
                return Optional.empty();
            }
            Manifest manifest = manifest(manifestBytes);
            String header = manifest.getMainAttributes().getValue("Bundle-SymbolicName");
            if (header == null) {
                return Optional.empty();
            }
            String name = header.split(";", 2)[0].strip();
            if (!name.matches(SYMBOLIC_NAME)) {
                refuse(JarCheck.MANIFEST, "has Bundle-SymbolicName '" + Excerpt.of(name, LONGEST_SHOWN) + "', which is not one; write letters, digits, '_', '-' and dots");
            }
            String version = manifest.getMainAttributes().getValue("Bundle-Version");
            return Optional.of(new Bundle(file, name, Version.parseVersion(version), Sha256.of(bytes), manifest, resource(manifest), entries));
        } catch (IOException | IllegalArgumentException e) {
            throw new RefusedException(file + ": not a readable bundle: " + Excerpt.of(String.valueOf(e.getMessage()), LONGEST_SHOWN));
        }
    }

    private Manifest manifest(byte[] bytes) throws IOException, RefusedException {
        if (bytes.length > MOST_MANIFEST_BYTES) {
            refuse(JarCheck.SIZE, "has a manifest of " + bytes.length + " bytes, more than " + MOST_MANIFEST_BYTES + REBUILD);
        }
        Set<String> headers = new HashSet<>();
        for (String line : new String(bytes, StandardCharsets.UTF_8).split("\r\n|\r|\n", -1)) {
            if (line.isEmpty()) {
                break; // what follows is about single entries
            }
            String name = line.split(":", 2)[0];
            if (!line.startsWith(" ") && !headers.add(name.toLowerCase(Locale.ROOT))) {
                refuse(JarCheck.MANIFEST, "says " + Excerpt.of(name, LONGEST_SHOWN) + " twice in its manifest" + REBUILD);
            }
        }
        return new Manifest(new ByteArrayInputStream(bytes));
    }

    /** The capabilities and requirements. The library reads filters by recursion, and hostile headers find its faults. */
    private Resource resource(Manifest manifest) throws RefusedException {
        try {
            ResourceBuilder builder = new ResourceBuilder();
            builder.addManifest(Domain.domain(manifest));
            Resource resource = builder.build();
            for (Requirement requirement : resource.getRequirements(null)) {
                String filter = requirement.getDirectives().getOrDefault("filter", "");
                if (FilterDepth.isTooDeep(filter)) {
                    throw new IllegalArgumentException("a filter is nested more than " + FilterDepth.MOST + " deep");
                }
                ResourceUtils.matcher(requirement);
            }
            return resource;
        } catch (RuntimeException | StackOverflowError e) {
            throw new RefusedException(file + ": not a readable bundle: its manifest is malformed (" + Excerpt.of(String.valueOf(e), LONGEST_SHOWN) + ")" + REBUILD);
        }
    }

    private void refuse(JarCheck check, String reason) throws RefusedException {
        if (checks.contains(check)) {
            throw new RefusedException(file + ": " + reason);
        }
    }
}
