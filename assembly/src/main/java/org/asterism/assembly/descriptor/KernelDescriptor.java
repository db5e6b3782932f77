package org.asterism.assembly.descriptor;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a kernel is to be made of, as its author wrote it.
 *
 * @param file the descriptor's file; relative paths in it count from its folder
 * @param requirements what the kernel must hold ({@code -runrequires}), in the order written
 * @param blacklist what the kernel must not hold ({@code -runblacklist})
 * @param profile name of the set of {@code java.*} packages and members a safe bundle may use ({@code -ostd-profile})
 * @param privileged symbolic names of the bundles allowed to use privileged packages ({@code -ostd-privileged})
 * @param hashes sha256 of the jars trusted by their bytes instead of by where they come from ({@code -ostd-privileged}), by symbolic name
 * @param grants kinds of resource each bundle may take, by symbolic name ({@code -ostd-grant})
 * @param unclearGrants symbolic names of bundles of whose grants not all could be read, {@link #ALL} for any; empty unless the descriptor has mistakes
 * @param bindings provider component chosen for a reference, by {@code component/reference} ({@code -ostd-bind})
 * @param configuration component properties, by component name ({@code -ostd-config})
 * @param commandLine the kernel command line ({@code -ostd-cmdline}), empty if none
 * @param initramfs archive or folder booted with the kernel unless the command line of the tool names another
 * @param bundlePatterns where to look for bundles ({@code -ostd-bundles}): jar files, folders, or globs, relative to the file
 */
public record KernelDescriptor(
        Path file,
        List<RootRequirement> requirements,
        List<RootRequirement> blacklist,
        String profile,
        Set<String> privileged,
        Map<String, String> hashes,
        Map<String, Set<String>> grants,
        Set<String> unclearGrants,
        Map<String, String> bindings,
        Map<String, Map<String, String>> configuration,
        String commandLine,
        Optional<Path> initramfs,
        List<String> bundlePatterns) {

    /** Profile used when the descriptor names none. */
    public static final String DEFAULT_PROFILE = "kernel";

    /** Stands for every bundle. */
    public static final String ALL = "*";

    /** In place of a hash that could not be read. */
    public static final String UNREADABLE = "";

    /**
     * Folder that relative paths of the descriptor count from.
     *
     * @return an absolute path
     */
    public Path folder() {
        return file.toAbsolutePath().getParent();
    }

    /**
     * Whether every entry of {@code -runrequires} could be read; if not, the kernel may lack bundles that its author has named.
     *
     * @return false only if the descriptor has mistakes
     */
    public boolean isComplete() {
        return !requirements.contains(RootRequirement.UNKNOWN);
    }

    /**
     * Whether all that the descriptor grants a bundle could be read; if not, the bundle may be granted more than is known.
     *
     * @param symbolicName the bundle
     * @return false only if the descriptor has mistakes
     */
    public boolean isClearWhatIsGranted(String symbolicName) {
        return !unclearGrants.contains(symbolicName) && !unclearGrants.contains(ALL);
    }

    /**
     * The same with others trusted.
     *
     * @param trusted symbolic names of the privileged bundles
     * @param granted kinds of resource each bundle may take, by symbolic name
     * @param unclear bundles of whose grants not all could be read
     * @return a descriptor
     */
    public KernelDescriptor with(Set<String> trusted, Map<String, Set<String>> granted, Set<String> unclear) {
        return new KernelDescriptor(file, requirements, blacklist, profile, trusted, hashes, granted, unclear, bindings, configuration, commandLine, initramfs,
                bundlePatterns);
    }

    /**
     * Whether a bundle may use privileged packages.
     *
     * @param symbolicName the bundle
     * @return true if the descriptor names it under {@code -ostd-privileged}
     */
    public boolean isPrivileged(String symbolicName) {
        return privileged.contains(symbolicName);
    }
}
