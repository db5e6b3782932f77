package org.asterism.assembly.verify;

import java.util.ArrayList;
import java.util.List;
import org.asterism.assembly.RefusedException;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.resolve.Resolution;

/** Verifies all bundles of a kernel. */
public final class KernelVerifier {
    private KernelVerifier() {}

    /**
     * Verifies.
     *
     * @param resolution the chosen bundles
     * @return how many classes were verified, and what the profile does not hold of what they use
     * @throws RefusedException with one line for everything that is wrong in any class of any bundle, the profile's part included
     */
    public static Verification verify(Resolution resolution) throws RefusedException {
        Problems problems = new Problems();
        ClassTable table = new ClassTable(resolution);
        problems.addAll(table.problems());
        PackageOwnership.check(resolution, table, problems);
        HierarchyCheck hierarchy = new HierarchyCheck(table, resolution, problems);
        resolution.bundles().forEach(bundle -> table.classes(bundle).values().forEach(hierarchy::checkCircularity));
        if (!problems.lines().isEmpty()) {
            throw new RefusedException(problems.lines());
        }
        BodyCheck bodies = new BodyCheck(table, resolution, problems);
        SafeCodeRules rules = new SafeCodeRules(problems);
        List<LinkedClass> classes = new ArrayList<>();
        for (Bundle bundle : resolution.bundles()) {
            for (LinkedClass linked : table.classes(bundle).values()) {
                classes.add(linked);
                hierarchy.check(linked);
                bodies.check(linked);
                if (!resolution.isPrivileged(bundle)) {
                    rules.check(linked);
                }
            }
        }
        if (problems.lines().isEmpty()) {
            // the wiring is sound by now, so what HotSpot finds is wrong inside the one class it names
            TypeVerification types = new TypeVerification(resolution, problems);
            classes.forEach(types::check);
        }
        if (!problems.lines().isEmpty()) {
            List<String> lines = problems.lines();
            problems.breaches().forEach(breach -> lines.add(breach.line()));
            throw new RefusedException(lines);
        }
        return new Verification(classes.size(), problems.breaches());
    }
}
