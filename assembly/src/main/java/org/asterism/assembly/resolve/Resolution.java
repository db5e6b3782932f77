package org.asterism.assembly.resolve;

import java.util.List;
import java.util.Map;
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
 * @param reasons for each bundle, why it is in the kernel: one line a requirement it satisfies
 * @param architecture value of the one {@code ostd.arch} capability, such as {@code x86_64}
 */
public record Resolution(
        KernelDescriptor descriptor,
        PublishedProfile profile,
        List<Bundle> bundles,
        Map<Bundle, Map<String, Bundle>> packageWires,
        Map<Bundle, List<String>> reasons,
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
}
