package org.asterism.assembly.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.descriptor.KernelDescriptor;
import org.osgi.resource.Requirement;

/** Holds what bundles ask for against what they are granted. */
public final class GrantCheck {
    private static final String NAMESPACE = "ostd.grant";

    private GrantCheck() {}

    /**
     * The kinds of resource that a bundle's manifest asks for.
     *
     * @param bundle any bundle
     * @return sorted words; a requirement that is no plain one is there as its filter
     */
    public static Set<String> asked(Bundle bundle) {
        Set<String> asked = new TreeSet<>();
        for (Requirement requirement : bundle.resource().getRequirements(NAMESPACE)) {
            if (!Closure.isOptional(requirement)) {
                asked.add(RequirementText.of(requirement).name());
            }
        }
        return asked;
    }

    /** One line for every bundle that is granted too little, with the entry that it needs. What it is granted may be unclear: then that is told already. */
    static List<String> problems(KernelDescriptor descriptor, Collection<Bundle> bundles) {
        List<String> problems = new ArrayList<>();
        for (Bundle bundle : bundles) {
            Set<String> granted = descriptor.grants().getOrDefault(bundle.symbolicName(), Set.of());
            Set<String> asked = asked(bundle);
            Set<String> missing = new TreeSet<>(asked);
            missing.removeAll(granted);
            if (!missing.isEmpty() && descriptor.isClearWhatIsGranted(bundle.symbolicName())) {
                problems.add(explain(bundle, asked, granted, missing));
            }
        }
        return problems;
    }

    private static String explain(Bundle bundle, Set<String> asked, Set<String> granted, Set<String> missing) {
        boolean one = missing.size() == 1;
        Set<String> useless = new LinkedHashSet<>(granted);
        useless.removeAll(asked);
        Set<String> right = new LinkedHashSet<>(granted);
        right.retainAll(asked);
        right.addAll(missing);
        return bundle + " needs " + (one ? "grant " : "grants ") + String.join(" and ", missing) + ", but " + (one ? "it is" : "they are") + " not granted; "
                + (granted.isEmpty() ? "add " : "write ") + entry(bundle.symbolicName(), right)
                + (useless.isEmpty() ? "" : ", without " + String.join(" and ", useless) + ", for which it does not ask");
    }

    /**
     * What a descriptor says to grant.
     *
     * @param bundle symbolic name
     * @param kinds all that it is granted
     * @return a line of a descriptor
     */
    public static String entry(String bundle, Collection<String> kinds) {
        String list = String.join(",", kinds);
        return "-ostd-grant: " + bundle + ";grant=" + (kinds.size() == 1 ? list : '"' + list + '"');
    }
}
