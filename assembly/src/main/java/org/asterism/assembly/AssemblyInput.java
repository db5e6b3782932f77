package org.asterism.assembly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.asterism.assembly.bundle.BundlePool;
import org.asterism.assembly.descriptor.DescriptorReader;
import org.asterism.assembly.descriptor.DescriptorText;
import org.asterism.assembly.descriptor.KernelDescriptor;
import org.asterism.assembly.descriptor.ParsedDescriptor;
import org.asterism.assembly.resolve.ArchitectureChoice;
import org.asterism.assembly.resolve.KernelResolver;
import org.asterism.assembly.resolve.Resolution;
import org.asterism.assembly.resolve.ResolutionAttempt;
import org.asterism.assembly.verify.KernelVerifier;
import org.asterism.assembly.verify.Verification;
import org.asterism.assembly.wire.ComponentNames;
import org.asterism.assembly.wire.KernelWiring;

/**
 * What an assembly starts from.
 *
 * @param descriptor what the kernel is to be made of
 * @param candidates the jar files that its bundles may come from, sorted
 * @param own those among them that come with the tool
 * @param mistakes what is wrong already, one line each; told by {@link #resolve} together with what it finds
 * @param text where things stand in the descriptor
 */
public record AssemblyInput(KernelDescriptor descriptor, SortedSet<Path> candidates, SortedSet<Path> own, List<String> mistakes, DescriptorText text) {
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
        SortedSet<Path> own = new TreeSet<>();
        find(request.modules(), List.of("*.jar"), own, mistakes);
        SortedSet<Path> candidates = new TreeSet<>(own);
        for (String pattern : parsed.descriptor().bundlePatterns()) {
            List<String> missing = new ArrayList<>();
            find(parsed.descriptor().folder(), List.of(pattern), candidates, missing);
            missing.forEach(reason -> mistakes.add(parsed.text().where("-ostd-bundles", pattern) + ": " + reason + "; build it, or take it out"));
        }
        find(Path.of("").toAbsolutePath(), request.bundlePatterns(), candidates, mistakes);
        KernelDescriptor descriptor = request.architecture().map(wanted -> ArchitectureChoice.replaced(parsed.descriptor(), wanted))
                .orElseGet(() -> ArchitectureChoice.single(parsed.descriptor(), mistakes));
        return new AssemblyInput(descriptor, candidates, own, mistakes, parsed.text());
    }

    /**
     * What may refuse a kernel.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    public interface Step<T> {
        /**
         * Does it.
         *
         * @return what comes of it
         * @throws RefusedException with one line for each reason
         * @throws IOException if a file cannot be read or written
         */
        T run() throws RefusedException, IOException;
    }

    /**
     * Does something with the kernel, so that reasons to refuse it which are about an entry of the descriptor say where that stands.
     *
     * @param step what to do
     * @param <T> what comes of it
     * @return what comes of it
     * @throws RefusedException with the reasons of the step
     * @throws IOException as the step
     */
    public <T> T locating(Step<T> step) throws RefusedException, IOException {
        try {
            return step.run();
        } catch (RefusedException e) {
            throw new RefusedException(located(e.reasons()));
        }
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
     * Reads the candidates.
     *
     * @param trusting names the privileged bundles
     * @param reasons gets one line for every jar that cannot be read, and every one that has the name of a privileged bundle and is not it
     * @return the candidates; if there are reasons, no kernel may be made of them
     */
    public BundlePool pool(KernelDescriptor trusting, List<String> reasons) {
        Set<Path> ownFirst = new LinkedHashSet<>(own); // a copy of one of them is that one
        ownFirst.addAll(candidates);
        return PrivilegedOrigin.check(trusting, BundlePool.read(ownFirst, reasons), own, reasons);
    }

    /**
     * Chooses the bundles. If that fails, what did resolve is verified and wired as well, so that all that is wrong is told at once.
     *
     * @return the chosen bundles and their wiring
     * @throws RefusedException with one line for every mistake, every requirement that cannot be met and every rule that is broken
     */
    public Resolution resolve() throws RefusedException {
        List<String> reasons = new ArrayList<>(mistakes);
        BundlePool all = pool(descriptor, reasons);
        try {
            return resolve(ArchitectureChoice.trustingOwn(descriptor, all), ArchitectureChoice.fitting(descriptor, all), reasons);
        } catch (RefusedException e) {
            // a kernel is assembled without its root file system, too, but who mends a descriptor wants to know
            List<String> told = new ArrayList<>(e.reasons());
            descriptor.initramfs().filter(Files::notExists).ifPresent(missing -> told.add(descriptor.file() + ": -ostd-initramfs names " + missing
                    + ", which is not there; make it, or run with --initramfs"));
            throw new RefusedException(located(told));
        }
    }

    private List<String> located(List<String> reasons) {
        return reasons.stream().map(text::located).toList();
    }

    /**
     * Chooses bundles among given candidates, in the same way.
     *
     * @param descriptor what the kernel is to be made of
     * @param pool the candidates
     * @param mistakes what is wrong already
     * @return the chosen bundles and their wiring
     * @throws RefusedException with one line for every mistake, every requirement that cannot be met and every rule that is broken
     */
    public static Resolution resolve(KernelDescriptor descriptor, BundlePool pool, List<String> mistakes) throws RefusedException {
        ResolutionAttempt attempt = KernelResolver.attempt(descriptor, pool);
        Resolution resolution = attempt.resolution();
        if (mistakes.isEmpty() && attempt.problems().isEmpty()) {
            return resolution;
        }
        List<String> reasons = new ArrayList<>(mistakes);
        reasons.addAll(attempt.problems());
        Verification verified = KernelVerifier.examine(attempt);
        reasons.addAll(verified.lines());
        if (attempt.isWhole() && verified.unreadable().isEmpty()) {
            reasons.addAll(KernelWiring.problems(resolution));
        } else {
            reasons.addAll(ComponentNames.check(descriptor, pool));
            reasons.addAll(KernelWiring.problemsOfPart(resolution.without(verified.unreadable())));
        }
        throw new RefusedException(new LinkedHashSet<>(reasons));
    }
}
