package org.asterism.assembly;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.asterism.assembly.bundle.BundlePool;
import org.asterism.assembly.descriptor.DescriptorReader;
import org.asterism.assembly.descriptor.KernelDescriptor;
import org.asterism.assembly.resolve.KernelResolver;
import org.asterism.assembly.resolve.Resolution;

/**
 * What an assembly starts from.
 *
 * @param descriptor what the kernel is to be made of
 * @param candidates the jar files that its bundles may come from, sorted
 */
public record AssemblyInput(KernelDescriptor descriptor, SortedSet<Path> candidates) {
    /**
     * Reads the descriptor and finds the candidates.
     *
     * @param request which descriptor, and where else to look for bundles
     * @return the input
     * @throws RefusedException if the descriptor is wrong, or a place to look in does not exist
     * @throws IOException if a folder cannot be listed
     */
    public static AssemblyInput of(AssemblyRequest request) throws RefusedException, IOException {
        KernelDescriptor descriptor = DescriptorReader.read(request.descriptor());
        SortedSet<Path> candidates = new TreeSet<>();
        candidates.addAll(BundlePool.find(request.modules(), List.of("*.jar")));
        candidates.addAll(BundlePool.find(descriptor.folder(), descriptor.bundlePatterns()));
        candidates.addAll(BundlePool.find(Path.of("").toAbsolutePath(), request.bundlePatterns()));
        return new AssemblyInput(descriptor, candidates);
    }

    /**
     * Chooses the bundles.
     *
     * @return the chosen bundles and their wiring
     * @throws RefusedException with one line for every requirement that cannot be met and every rule that is broken
     */
    public Resolution resolve() throws RefusedException {
        return KernelResolver.resolve(descriptor, BundlePool.read(candidates));
    }
}
