package org.asterism.aot;

import java.util.List;
import java.util.Map;

/**
 * What an image would hold.
 *
 * @param offenders what keeps it from being linked, in a stable order
 * @param reached every method it would hold and the shortest chain of callers from a root, both as
 *     {@code package.Class.method(descriptor)}
 * @param substitutions the members of {@code java.base} that the bundles replace, each with its reason
 * @param cuts members outside the profile that {@code java.base} refers to; they would throw if they were ever called
 */
public record Exploration(List<Offender> offenders, Map<String, List<String>> reached, List<String> substitutions,
        List<String> cuts) {
}
