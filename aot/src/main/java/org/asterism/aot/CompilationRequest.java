package org.asterism.aot;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.asterism.aot.target.Target;

/**
 * What to compile.
 *
 * @param bundles the bundles of the closed world, {@code java.base} aside
 * @param main the program of the image, {@code package.Class.method}: a static method without parameters or with a
 *     {@code String[]}, run by the runtime's {@code Program}; what else is reachable comes from the methods annotated
 *     {@code @Exported} in privileged bundles
 * @param target machine and environment
 * @param profile the name of a built-in profile of {@code java.base}: {@code kernel} or {@code full}
 * @param output the ELF file to write
 * @param cache a directory of compiled units, kept between builds
 * @param jobs how many C compilers may run at once
 * @param progress told about stages and units
 * @param disabled the optimisations that are switched off
 */
public record CompilationRequest(List<BundleInput> bundles, String main, Target target, String profile,
        Path output, Path cache, int jobs, CompilationListener progress, Set<Optimization> disabled) {

    /** A request with every optimisation. */
    public CompilationRequest(List<BundleInput> bundles, String main, Target target, String profile, Path output, Path cache, int jobs,
            CompilationListener progress) {
        this(bundles, main, target, profile, output, cache, jobs, progress, Set.of());
    }

    /**
     * One bundle.
     *
     * @param name the symbolic name
     * @param path a jar or a directory of classes
     * @param privileged whether it may use {@code org.asterism.ostd.unsafe} and assembly
     * @param wires the bundle that each imported package (with dots) is wired to; a package that is not named is taken from
     *     the only bundle that has it
     */
    public record BundleInput(String name, Path path, boolean privileged, Map<String, String> wires) {
        /**
         * The jar or directory that a class of this JVM comes from, without wires.
         *
         * @throws IllegalArgumentException if the class has no place in the file system
         */
        public static BundleInput holding(Class<?> type, String name, boolean privileged) {
            try {
                Path path = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
                return new BundleInput(name, path, privileged, Map.of());
            } catch (URISyntaxException e) {
                throw new IllegalArgumentException(type + " comes from no file; it cannot be a bundle", e);
            }
        }
    }
}
