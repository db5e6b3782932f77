package org.asterism.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.asterism.assembly.RefusedException;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.bundle.BundlePool;
import org.asterism.assembly.bundle.BundleReader;
import org.asterism.assembly.bundle.Sha256;
import org.asterism.assembly.descriptor.KernelDescriptor;
import org.asterism.assembly.resolve.KernelResolver;
import org.asterism.assembly.resolve.Resolution;
import org.asterism.assembly.resolve.ResolutionAttempt;
import org.asterism.assembly.verify.KernelVerifier;
import org.asterism.assembly.wire.KernelWiring;

/** Holds bundles against the assembler's rules before a framework runs them: a kernel's all at once, and each that comes later. */
final class HostVerifier {
    private final KernelDescriptor descriptor;
    private final List<Bundle> accepted;
    private final Set<String> sound = new HashSet<>();

    private HostVerifier(Resolution resolution) {
        this.descriptor = resolution.descriptor();
        this.accepted = new ArrayList<>(resolution.bundles());
    }

    /**
     * Verifies the bundles of a kernel and their wiring.
     *
     * @param resolution the chosen bundles
     * @param kept folder where it is noted, by content, what was found sound: the same bundles, wired alike, are not verified twice
     * @param tool identity of the verifier
     * @return verifies what comes later
     * @throws RefusedException with one line for everything that is wrong
     * @throws IOException if the note cannot be read or written
     */
    static HostVerifier accept(Resolution resolution, Path kept, String tool) throws RefusedException, IOException {
        List<String> reasons = new ArrayList<>();
        Path note = kept.resolve("verified-" + identity(resolution, tool));
        if (!Files.exists(note)) {
            reasons.addAll(KernelVerifier.examine(resolution).lines());
            if (reasons.isEmpty()) {
                reasons.addAll(KernelWiring.problems(resolution));
            }
            if (!reasons.isEmpty()) {
                throw new RefusedException(new LinkedHashSet<>(reasons));
            }
            Files.write(Files.createDirectories(kept).resolve(note.getFileName()), List.of());
        }
        return new HostVerifier(resolution);
    }

    private static String identity(Resolution resolution, String tool) {
        StringBuilder text = new StringBuilder(tool).append(System.getProperty("java.vm.version")).append(resolution.profile().name());
        resolution.bundles().forEach(bundle -> text.append(bundle).append(bundle.sha256()).append(resolution.isPrivileged(bundle)));
        KernelDescriptor descriptor = resolution.descriptor();
        text.append(new TreeMap<>(descriptor.bindings()));
        new TreeMap<>(descriptor.configuration()).forEach((component, properties) -> text.append(component).append(new TreeMap<>(properties)));
        new TreeMap<>(descriptor.grants()).forEach((bundle, kinds) -> text.append(bundle).append(new TreeSet<>(kinds)));
        return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 24);
    }

    /**
     * Verifies a bundle that was installed or updated. It is never privileged, whatever its name.
     *
     * @param jar its bytes
     * @return one line for everything that is wrong; none if it may run
     */
    synchronized List<String> problems(Path jar) {
        try {
            Optional<Bundle> read = BundleReader.read(jar);
            if (read.isEmpty()) {
                return List.of(jar + ": has no Bundle-SymbolicName; pack it with bnd");
            }
            Bundle bundle = read.get();
            if (sound.contains(bundle.sha256())) {
                return List.of();
            }
            List<Bundle> pool = new ArrayList<>(accepted);
            pool.removeIf(other -> other.toString().equals(bundle.toString()));
            pool.add(bundle);
            Set<String> privileged = new TreeSet<>(descriptor.privileged());
            privileged.remove(bundle.symbolicName());
            ResolutionAttempt attempt = KernelResolver.attach(descriptor.with(privileged, descriptor.grants(), descriptor.unclearGrants()), BundlePool.of(pool), bundle);
            List<String> problems = new ArrayList<>(attempt.problems());
            if (problems.isEmpty()) {
                problems.addAll(KernelVerifier.examineOne(attempt.resolution(), bundle).lines());
            }
            if (problems.isEmpty()) {
                accepted.add(bundle);
                sound.add(bundle.sha256());
            }
            return problems;
        } catch (RefusedException e) {
            return e.reasons();
        }
    }
}
