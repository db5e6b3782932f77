package org.asterism.assembly.verify;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.asterism.assembly.RefusedException;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.resolve.Resolution;
import org.asterism.assembly.resolve.ResolutionAttempt;

/** Verifies all bundles of a kernel. */
public final class KernelVerifier {
    private static final String REBUILD = "rebuild the bundle";

    private final Resolution resolution;
    private final Problems problems;
    private final ClassTable table;

    private KernelVerifier(Resolution resolution, Set<Check> checks) {
        this.resolution = resolution;
        this.problems = new Problems(checks);
        this.table = new ClassTable(resolution, problems);
    }

    /**
     * Verifies.
     *
     * @param resolution the chosen bundles
     * @return how many classes were verified, and what the profile does not hold of what they use
     * @throws RefusedException with one line for everything that is wrong in any class of any bundle, the profile's part included
     */
    public static Verification verify(Resolution resolution) throws RefusedException {
        return verify(resolution, EnumSet.allOf(Check.class));
    }

    /** Verifies with some checks only. For tests that see what a check is worth. */
    static Verification verify(Resolution resolution, Set<Check> checks) throws RefusedException {
        Verification found = new KernelVerifier(resolution, checks).examine(Set.of(), resolution.bundles(), SafeCodeRules.Seams.WIRED);
        if (!found.problems().isEmpty()) {
            throw new RefusedException(found.lines());
        }
        return found;
    }

    /**
     * Finds all that is wrong.
     *
     * @param resolution the chosen bundles
     * @return what is wrong
     * @throws RefusedException if this Java does not verify at all
     */
    public static Verification examine(Resolution resolution) throws RefusedException {
        return new KernelVerifier(resolution, EnumSet.allOf(Check.class)).examine(Set.of(), resolution.bundles(), SafeCodeRules.Seams.WIRED);
    }

    /**
     * Finds all that is wrong, as far as it can be told: what imports from a bundle that is not looked into is not looked into either, and
     * nobody is privileged among bundles of which some are missing.
     *
     * @param attempt the bundles; those that lack what they import are not looked into
     * @return what is wrong
     * @throws RefusedException if this Java does not verify at all
     */
    public static Verification examine(ResolutionAttempt attempt) throws RefusedException {
        KernelVerifier verifier = new KernelVerifier(attempt.resolution(), EnumSet.allOf(Check.class));
        return verifier.examine(attempt.unwired(), attempt.resolution().bundles(),
                attempt.isWhole() ? SafeCodeRules.Seams.WIRED : SafeCodeRules.Seams.CLAIMED);
    }

    /**
     * Finds all that is wrong with one bundle.
     *
     * @param resolution the bundle and those that it imports from, which are sound
     * @param subject the bundle
     * @return what is wrong
     * @throws RefusedException if this Java does not verify at all
     */
    public static Verification examineOne(Resolution resolution, Bundle subject) throws RefusedException {
        return new KernelVerifier(resolution, EnumSet.allOf(Check.class)).examine(Set.of(), List.of(subject), SafeCodeRules.Seams.WIRED);
    }

    private Verification examine(Set<Bundle> unwired, List<Bundle> subjects, SafeCodeRules.Seams seams) throws RefusedException {
        List<LinkedClass> classes = subjects.stream().flatMap(bundle -> table.classes(bundle).values().stream()).toList();
        HierarchyBounds bounds = new HierarchyBounds(table, problems);
        classes.forEach(bounds::check);
        Set<Bundle> unreadable = problems.culprits();
        JarContentCheck jars = new JarContentCheck(problems);
        subjects.forEach(jars::check);
        PackageOwnership.check(resolution, table, problems);
        Set<Bundle> left = new HashSet<>(unreadable);
        left.addAll(unwired);
        code(without(dependents(left), classes), seams);
        // their wiring is sound, so what HotSpot finds is wrong inside the one class it names
        left.addAll(problems.culprits());
        TypeVerification types = new TypeVerification(resolution, problems);
        without(dependents(left), classes).forEach(types::check);
        return new Verification(classes.size(), problems.lines(), problems.breaches(), unreadable);
    }

    private static List<LinkedClass> without(Set<Bundle> bundles, List<LinkedClass> classes) {
        return classes.stream().filter(linked -> !bundles.contains(linked.bundle())).toList();
    }

    /** The bundles, and all that import from them. */
    private Set<Bundle> dependents(Set<Bundle> bundles) {
        Set<Bundle> all = new HashSet<>(bundles);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Bundle bundle : resolution.bundles()) {
                grown |= resolution.packageWires().getOrDefault(bundle, Map.of()).values().stream().anyMatch(all::contains) && all.add(bundle);
            }
        }
        return all;
    }

    private void code(List<LinkedClass> classes, SafeCodeRules.Seams seams) {
        AccessRules access = new AccessRules(table, resolution, problems);
        ReferenceCheck references = new ReferenceCheck(table, resolution, access, problems);
        HandleCheck handles = new HandleCheck(table, references, access, problems);
        BodyCheck bodies = new BodyCheck(references, new CallSiteCheck(references, handles, new LambdaCheck(table, access, problems), problems), problems);
        HierarchyCheck hierarchy = new HierarchyCheck(table, access, references, problems);
        SafeCodeRules rules = new SafeCodeRules(resolution, seams, problems);
        for (LinkedClass linked : classes) {
            try {
                hierarchy.check(linked);
                bodies.check(linked);
                rules.check(linked);
            } catch (IllegalArgumentException | IndexOutOfBoundsException | AssertionError e) {
                // descriptors are text until somebody reads them, and the library asserts what it takes them for
                problems.refuse(Check.CLASS_FILE, linked, "holds a malformed type (" + e + ")", REBUILD);
            }
        }
    }
}
