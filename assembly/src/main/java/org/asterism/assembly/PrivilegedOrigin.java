package org.asterism.assembly;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.bundle.BundlePool;
import org.asterism.assembly.descriptor.KernelDescriptor;
import org.osgi.resource.Capability;

/**
 * Which jar is meant by the name of a privileged bundle. Anybody can write a name into a manifest, and a higher version would be
 * chosen; so it is the jar that comes with the tool, or the one whose hash the descriptor holds.
 */
final class PrivilegedOrigin {
    private static final String PACKAGE = "osgi.wiring.package";

    private PrivilegedOrigin() {}

    /**
     * Takes impostors out.
     *
     * @param descriptor names the privileged bundles
     * @param pool all candidates
     * @param own the jars that come with the tool
     * @param reasons gets one line for every impostor
     * @return the others
     */
    static BundlePool check(KernelDescriptor descriptor, BundlePool pool, Set<Path> own, List<String> reasons) {
        Set<Bundle> impostors = new HashSet<>();
        for (String name : descriptor.privileged()) {
            List<Bundle> versions = pool.versions(name);
            String hash = descriptor.hashes().get(name);
            if (KernelDescriptor.UNREADABLE.equals(hash)) {
                continue; // which jar is meant is not known, and that is told
            }
            Set<Bundle> others = new HashSet<>(versions);
            others.removeIf(bundle -> hash == null ? own.contains(bundle.file()) : hash.equals(bundle.sha256()));
            if (hash == null) {
                others.forEach(bundle -> reasons.add(bundle.file() + ": is " + bundle + ", but not the one that comes with this tool,"
                        + " and -ostd-privileged trusts that name; take it away, or say that you trust it: -ostd-privileged: "
                        + name + ";sha256=" + bundle.sha256()));
            } else if (others.size() == versions.size() && !versions.isEmpty()) {
                others.forEach(bundle -> reasons.add(bundle.file() + ": is " + bundle + ", but -ostd-privileged trusts another of that name,"
                        + " with sha256 " + hash + "; add that, or say that you trust this one: " + name + ";sha256=" + bundle.sha256()));
            }
            if (others.size() < versions.size()) {
                impostors.addAll(others); // there is the one that is meant, so nothing else need follow
            }
        }
        for (Bundle bundle : seamImpostors(descriptor, pool, own)) {
            reasons.add(bundle.file() + ": is " + bundle + ", and exports what the privileged bundles of this tool bind themselves to,"
                    + " but does not come with it; take it away, or say that you trust it: -ostd-privileged: " + bundle.symbolicName() + ";sha256="
                    + bundle.sha256());
            impostors.add(bundle);
        }
        return impostors.isEmpty() ? pool : pool.without(impostors::contains);
    }

    /** Whoever holds the packages that privileged bundles share with the safe API gets what they put there. */
    private static List<Bundle> seamImpostors(KernelDescriptor descriptor, BundlePool pool, Set<Path> own) {
        Set<Object> seams = new HashSet<>();
        for (Bundle bundle : pool.bundles()) {
            if (own.contains(bundle.file())) {
                exports(bundle).filter(export -> "privileged".equals(export.getAttributes().get("ostd.tier")))
                        .forEach(export -> seams.add(export.getAttributes().get(PACKAGE)));
            }
        }
        return pool.bundles().stream()
                .filter(bundle -> !own.contains(bundle.file()) && !descriptor.isPrivileged(bundle.symbolicName()))
                .filter(bundle -> exports(bundle).anyMatch(export -> seams.contains(export.getAttributes().get(PACKAGE))))
                .toList();
    }

    private static Stream<Capability> exports(Bundle bundle) {
        return bundle.resource().getCapabilities(PACKAGE).stream();
    }
}
