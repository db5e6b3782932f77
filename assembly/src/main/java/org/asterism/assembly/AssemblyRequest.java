package org.asterism.assembly;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One assembly.
 *
 * @param descriptor the {@code .bndrun} file
 * @param bundlePatterns jars, folders or globs to look for bundles in, besides the descriptor's own
 * @param modules folder with the project's own bundles, which are candidates too
 * @param toolIdentity changes when the tool itself does; results of another tool are not reused
 * @param lock a {@code kernel.lock} that the result must agree with in every line
 * @param architecture in place of the descriptor's
 */
public record AssemblyRequest(
        Path descriptor, List<String> bundlePatterns, Path modules, String toolIdentity, Optional<Path> lock,
        Optional<Architecture> architecture) {

    /**
     * An assembly for the architecture that the descriptor names.
     *
     * @param descriptor as above
     * @param bundlePatterns as above
     * @param modules as above
     * @param toolIdentity as above
     * @param lock as above
     */
    public AssemblyRequest(Path descriptor, List<String> bundlePatterns, Path modules, String toolIdentity, Optional<Path> lock) {
        this(descriptor, bundlePatterns, modules, toolIdentity, lock, Optional.empty());
    }
}
