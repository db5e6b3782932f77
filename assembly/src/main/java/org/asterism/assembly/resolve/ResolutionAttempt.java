package org.asterism.assembly.resolve;

import java.util.List;
import java.util.Set;
import org.asterism.assembly.bundle.Bundle;

/**
 * How far a resolution got, so that what else is wrong with a kernel can be told together with what keeps it from being resolved.
 *
 * @param resolution what was chosen; all that is needed if there are no problems
 * @param unwired bundles among them that lack a package they import
 * @param problems one line for every requirement that cannot be met and every rule that is broken
 */
public record ResolutionAttempt(Resolution resolution, Set<Bundle> unwired, List<String> problems) {
    /**
     * Whether all bundles of the kernel are there.
     *
     * @return false if something is wrong, or an entry of the descriptor's {@code -runrequires} could not be read
     */
    public boolean isWhole() {
        return problems.isEmpty() && resolution.descriptor().isComplete();
    }
}
