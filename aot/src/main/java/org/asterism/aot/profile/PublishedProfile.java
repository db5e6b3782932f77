package org.asterism.aot.profile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The classes of {@code java.base} that a bundle may name, and the members that are withheld of them: the one list from which the compiler's
 * boundary, the assembler's check of bundles and {@code docs/profiles.md} are made. Immutable.
 */
public final class PublishedProfile {
    /** The names of the published profiles, the smaller first: each holds the one before. */
    public static final List<String> NAMES = List.of("kernel", "full");

    private static final String FULL = "full";

    private final String name;
    private final SortedMap<String, OfferedClass> classes = new TreeMap<>();
    private final Map<String, String> elsewhere;

    private PublishedProfile(String name) {
        this.name = name;
        for (OfferedClass offered : ClassListParser.builtIn(name)) {
            classes.put(offered.name(), name.equals(FULL) ? lifted(offered) : offered);
        }
        this.elsewhere = ClassListParser.remedies();
    }

    /**
     * A published profile.
     *
     * @param name one of {@link #NAMES}
     * @throws IllegalArgumentException if there is none of that name
     */
    public static PublishedProfile named(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("there is no profile '" + name + "'; choose one of " + NAMES);
        }
        return new PublishedProfile(name);
    }

    private static OfferedClass lifted(OfferedClass offered) {
        Map<String, String> withheld = new LinkedHashMap<>(offered.withheld());
        withheld.values().removeIf(FULL::equals);
        return new OfferedClass(offered.name(), withheld, offered.only(), offered.otherwise());
    }

    /** The name, as written in a descriptor. */
    public String name() {
        return name;
    }

    /** What it holds, by binary name. */
    public SortedMap<String, OfferedClass> classes() {
        return Collections.unmodifiableSortedMap(classes);
    }

    /** The remedy if a class of {@code java.base} is outside the profile; nothing if the class may be named. */
    public Optional<String> refusal(String className) {
        if (classes.containsKey(className)) {
            return Optional.empty();
        }
        if (!name.equals(FULL) && named(FULL).classes.containsKey(className)) {
            return Optional.of(remedy(FULL));
        }
        return Optional.of(remedyElsewhere(className));
    }

    /**
     * The remedy if a member is withheld of a class; nothing if it may be used, or if the class is not of the profile.
     *
     * @param className the binary name of the class that declares it
     * @param member the name of a method or field, or {@code <init>}
     * @param descriptor its descriptor
     */
    public Optional<String> refusal(String className, String member, String descriptor) {
        return Optional.ofNullable(classes.get(className)).flatMap(offered -> offered.refusal(member, descriptor))
                .map(PublishedProfile::remedy);
    }

    /** What to write where a list says no more than the name of a profile. */
    static String remedy(String listed) {
        return listed.equals(FULL) ? "choose -ostd-profile: full, which has it" : listed;
    }

    private String remedyElsewhere(String className) {
        for (int end = className.length(); end > 0;
                end = Math.max(className.lastIndexOf('.', end - 1), className.lastIndexOf('$', end - 1))) {
            String remedy = elsewhere.get(className.substring(0, end));
            if (remedy != null) {
                return remedy;
            }
        }
        return "use what docs/profiles.md lists";
    }
}
