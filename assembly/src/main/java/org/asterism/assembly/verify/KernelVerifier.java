package org.asterism.assembly.verify;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.asterism.assembly.RefusedException;
import org.asterism.assembly.resolve.Resolution;

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
        return new KernelVerifier(resolution, checks).verify();
    }

    private Verification verify() throws RefusedException {
        JarContentCheck jars = new JarContentCheck(problems);
        resolution.bundles().forEach(jars::check);
        PackageOwnership.check(resolution, table, problems);
        HierarchyBounds bounds = new HierarchyBounds(table, problems);
        List<LinkedClass> classes = resolution.bundles().stream().flatMap(bundle -> table.classes(bundle).values().stream()).toList();
        classes.forEach(bounds::check);
        refuseIfWrong();
        code(classes);
        if (problems.lines().isEmpty()) {
            // the wiring is sound by now, so what HotSpot finds is wrong inside the one class it names
            TypeVerification types = new TypeVerification(resolution, problems);
            classes.forEach(types::check);
        }
        refuseIfWrong();
        return new Verification(classes.size(), problems.breaches());
    }

    private void code(List<LinkedClass> classes) {
        AccessRules access = new AccessRules(table, resolution, problems);
        ReferenceCheck references = new ReferenceCheck(table, resolution, access, problems);
        HandleCheck handles = new HandleCheck(table, references, access, problems);
        BodyCheck bodies = new BodyCheck(references, new CallSiteCheck(references, handles, new LambdaCheck(table, access, problems), problems), problems);
        HierarchyCheck hierarchy = new HierarchyCheck(table, access, references, problems);
        SafeCodeRules rules = new SafeCodeRules(resolution, problems);
        for (LinkedClass linked : classes) {
            try {
                hierarchy.check(linked);
                bodies.check(linked);
                rules.check(linked);
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                // descriptors are text until somebody reads them
                problems.refuse(Check.CLASS_FILE, linked, "holds a malformed type (" + e + ")", REBUILD);
            }
        }
    }

    private void refuseIfWrong() throws RefusedException {
        List<String> lines = problems.lines();
        if (!lines.isEmpty()) {
            problems.breaches().forEach(breach -> lines.add(breach.line()));
            throw new RefusedException(lines);
        }
    }
}
