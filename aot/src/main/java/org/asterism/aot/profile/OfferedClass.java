package org.asterism.aot.profile;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A class of a published profile.
 *
 * @param name the binary name
 * @param withheld by member, a name or a name with a descriptor, the remedy of each member that is refused
 * @param only the members that are offered, or nothing if all are that {@code withheld} does not name
 * @param otherwise the remedy of the members that {@code only} leaves out
 */
public record OfferedClass(String name, Map<String, String> withheld, Set<String> only, String otherwise) {

    /** A class of which everything is offered. */
    static OfferedClass whole(String name) {
        return new OfferedClass(name, Map.of(), Set.of(), "");
    }

    /**
     * The remedy if a member is refused.
     *
     * @param member the name of a method or field, or {@code <init>}
     * @param descriptor its descriptor
     */
    Optional<String> refusal(String member, String descriptor) {
        String exact = withheld.get(member + descriptor);
        String remedy = exact != null ? exact : withheld.get(member);
        if (remedy == null && !only.isEmpty() && !only.contains(member)) {
            return Optional.of(otherwise);
        }
        return Optional.ofNullable(remedy);
    }
}
