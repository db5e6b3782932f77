package org.asterism.assembly.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.asterism.assembly.bundle.Bundle;

/**
 * What verification found.
 *
 * @param classes how many classes there are
 * @param problems one line for everything that is wrong
 * @param breaches what the profile does not hold of what bundles use; they keep the kernel from being linked
 * @param unreadable bundles with class files that nobody else should look at
 */
public record Verification(int classes, List<String> problems, List<ProfileBreach> breaches, Set<Bundle> unreadable) {
    /**
     * Everything that keeps the kernel from being linked.
     *
     * @return the problems, then the breaches, without the calls that reach them
     */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(problems);
        breaches.forEach(breach -> lines.add(breach.line()));
        return lines;
    }
}
