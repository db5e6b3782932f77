package org.asterism.assembly.bundle;

import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.jar.Manifest;
import org.osgi.framework.Version;
import org.osgi.resource.Resource;

/**
 * One bundle, read whole into memory.
 *
 * @param file the jar it was read from
 * @param symbolicName its {@code Bundle-SymbolicName}, without directives
 * @param version its {@code Bundle-Version}
 * @param sha256 lower-case hexadecimal hash of the jar's bytes
 * @param manifest its manifest
 * @param resource its capabilities and requirements
 * @param entries its files by path, sorted; folders are left out
 */
public record Bundle(
        Path file,
        String symbolicName,
        Version version,
        String sha256,
        Manifest manifest,
        Resource resource,
        SortedMap<String, byte[]> entries) {

    private static final String CLASS_SUFFIX = ".class";

    /**
     * One header of the manifest.
     *
     * @param name the header's name
     * @return its value, or null if the manifest lacks it
     */
    public String header(String name) {
        return manifest.getMainAttributes().getValue(name);
    }

    /**
     * The class files in the bundle, except {@code module-info} and anything under {@code META-INF}.
     *
     * @return bytes by internal name ({@code org/asterism/kernel/Errno}), sorted
     */
    public SortedMap<String, byte[]> classes() {
        SortedMap<String, byte[]> classes = new java.util.TreeMap<>();
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            String path = entry.getKey();
            if (path.endsWith(CLASS_SUFFIX) && !path.startsWith("META-INF/") && !path.equals("module-info.class")) {
                classes.put(path.substring(0, path.length() - CLASS_SUFFIX.length()), entry.getValue());
            }
        }
        return classes;
    }

    /** A bundle is equal to itself alone: it is a key of many tables, and what it holds is large. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return symbolicName + " " + version;
    }
}
