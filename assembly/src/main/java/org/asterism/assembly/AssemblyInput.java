package org.asterism.assembly;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.asterism.assembly.bundle.BundlePool;
import org.asterism.assembly.descriptor.DescriptorReader;
import org.asterism.assembly.descriptor.KernelDescriptor;
import org.asterism.assembly.descriptor.ParsedDescriptor;
import org.asterism.assembly.resolve.ArchitectureChoice;
import org.asterism.assembly.resolve.KernelResolver;
import org.asterism.assembly.resolve.Resolution;
import org.asterism.assembly.wire.ComponentNames;
import org.asterism.assembly.wire.KernelWiring;

/**
 * What an assembly starts from.
 *
 * @param descriptor what the kernel is to be made of
 * @param candidates the jar files that its bundles may come from, sorted
 * @param mistakes what is wrong already, one line each; told by {@link #resolve} together with what it finds
 */
public record AssemblyInput(KernelDescriptor descriptor, SortedSet<Path> candidates, List<String> mistakes) {
    /**
     * Reads the descriptor and finds the candidates.
     *
     * @param request which descriptor, and where else to look for bundles
     * @return the input, mistakes in the descriptor included
     * @throws RefusedException if there is no descriptor to read
     * @throws IOException if a folder cannot be listed
     */
    public static AssemblyInput of(AssemblyRequest request) throws RefusedException, IOException {
        ParsedDescriptor parsed = DescriptorReader.parse(request.descriptor());
        List<String> mistakes = new ArrayList<>(parsed.mistakes());
        SortedSet<Path> candidates = new TreeSet<>();
        find(request.modules(), List.of("*.jar"), candidates, mistakes);
        find(parsed.descriptor().folder(), parsed.descriptor().bundlePatterns(), candidates, mistakes);
        find(Path.of("").toAbsolutePath(), request.bundlePatterns(), candidates, mistakes);
        KernelDescriptor descriptor = request.architecture().map(wanted -> ArchitectureChoice.replaced(parsed.descriptor(), wanted))
                .orElse(parsed.descriptor());
        return new AssemblyInput(descriptor, candidates, mistakes);
    }

    private static void find(Path base, List<String> patterns, SortedSet<Path> candidates, List<String> mistakes) throws IOException {
        for (String pattern : patterns) {
            try {
                candidates.addAll(BundlePool.find(base, List.of(pattern)));
            } catch (RefusedException e) {
                mistakes.addAll(e.reasons());
            }
        }
    }

    /**
     * In front of the names of the tools that this kernel is made with.
     *
     * @return empty for those of the host
     */
    public String toolPrefix() {
        return ArchitectureChoice.of(descriptor).map(Architecture::toolPrefix).orElse("");
    }

    /**
     * Chooses the bundles.
     *
     * @return the chosen bundles and their wiring
     * @throws RefusedException with one line for every mistake, every requirement that cannot be met and every rule that is broken
     */
    public Resolution resolve() throws RefusedException {
        List<String> reasons = new ArrayList<>(mistakes);
        BundlePool all = BundlePool.read(candidates, reasons);
        BundlePool pool = ArchitectureChoice.fitting(descriptor, all);
        Resolution resolution = null;
        try {
            resolution = KernelResolver.resolve(ArchitectureChoice.trustingOwn(descriptor, all), pool);
            if (!reasons.isEmpty()) {
                KernelWiring.syscalls(resolution); // for what it refuses
            }
        } catch (RefusedException e) {
            reasons.addAll(e.reasons());
            if (resolution == null) {
                reasons.addAll(ComponentNames.check(descriptor, pool));
            }
        }
        if (!reasons.isEmpty()) {
            throw new RefusedException(new LinkedHashSet<>(reasons));
        }
        return resolution;
    }
}
