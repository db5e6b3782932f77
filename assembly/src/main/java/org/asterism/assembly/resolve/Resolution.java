package org.asterism.assembly.resolve;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.asterism.aot.profile.PublishedProfile;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.descriptor.KernelDescriptor;

/**
 * The bundles of one kernel and how their packages are wired.
 *
 * @param descriptor what was asked for
 * @param profile the classes of {@code java.base} offered to safe bundles
 * @param bundles the chosen bundles, by symbolic name
 * @param packageWires for each bundle, the exporter of every package it imports; {@code java.*} left out
 * @param needs for each bundle, who needs it and what for, the descriptor first, then by name
 * @param architecture value of the one {@code ostd.arch} capability, such as {@code x86_64}
 */
public record Resolution(
        KernelDescriptor descriptor,
        PublishedProfile profile,
        List<Bundle> bundles,
        Map<Bundle, Map<String, Bundle>> packageWires,
        Map<Bundle, List<Need>> needs,
        String architecture) {

    /**
     * Whether a bundle may use privileged packages.
     *
     * @param bundle one of the chosen bundles
     * @return true if the descriptor names it as privileged
     */
    public boolean isPrivileged(Bundle bundle) {
        return descriptor.isPrivileged(bundle.symbolicName());
    }

    /**
     * The same without some bundles.
     *
     * @param left those to leave out
     * @return the others
     */
    public Resolution without(Set<Bundle> left) {
        return new Resolution(descriptor, profile, bundles.stream().filter(bundle -> !left.contains(bundle)).toList(), packageWires, needs, architecture);
    }

    /**
     * Why a bundle is in the kernel, in words.
     *
     * @param bundle one of the chosen bundles
     * @return one line a requirer, with everything it takes
     */
    public List<String> reasons(Bundle bundle) {
        return needs.getOrDefault(bundle, List.of()).stream()
                .map(need -> requirerName(need) + " needs " + String.join(", ", need.what()))
                .toList();
    }

    /**
     * Who has a need.
     *
     * @param need one of {@link #needs}
     * @return a symbolic name, or the name of the descriptor's file
     */
    public String requirerName(Need need) {
        return need.requirer().map(Bundle::symbolicName).orElseGet(() -> descriptor.file().getFileName().toString());
    }

    /**
     * The chosen bundle of a name.
     *
     * @param symbolicName the name
     * @return nothing if the kernel does not hold it
     */
    public Optional<Bundle> bundle(String symbolicName) {
        return bundles.stream().filter(bundle -> bundle.symbolicName().equals(symbolicName)).findFirst();
    }
}
