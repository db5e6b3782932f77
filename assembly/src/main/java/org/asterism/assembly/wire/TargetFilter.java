package org.asterism.assembly.wire;

import org.asterism.assembly.Excerpt;
import org.asterism.assembly.bundle.FilterDepth;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;

/** The text of a reference's target, as a description or a descriptor says it. */
final class TargetFilter {
    private static final int LONGEST_SHOWN = 100;

    private TargetFilter() {}

    /** What keeps a text from being a filter, to follow "a target that"; null if it is one. */
    static String fault(String target) {
        if (FilterDepth.isTooDeep(target)) {
            return "is nested more than " + FilterDepth.MOST + " deep; write one such as (kind=disk)";
        }
        try {
            FrameworkUtil.createFilter(target);
            return null;
        } catch (InvalidSyntaxException e) {
            return "is no filter, '" + Excerpt.of(target, LONGEST_SHOWN) + "'; write one such as (kind=disk)";
        }
    }
}
