package org.asterism.assembly.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.asterism.assembly.RefusedException;

/** A named set of {@code java.*} packages, with classes and members withheld from it. Immutable. */
public final class JavaProfile {
    /** The profiles that exist. */
    public static final Set<String> NAMES = new TreeSet<>(Set.of("kernel", "full"));

    private final String name;
    private final SortedSet<String> packages = new TreeSet<>();
    private final Map<String, String> denied = new TreeMap<>();
    private final Set<String> allowed = new TreeSet<>();

    private JavaProfile(String name) {
        this.name = name;
    }

    /**
     * Loads a profile.
     *
     * @param name one of {@link #NAMES}
     * @return the profile
     * @throws RefusedException if there is no profile of this name
     */
    public static JavaProfile named(String name) throws RefusedException {
        if (!NAMES.contains(name)) {
            throw new RefusedException("unknown profile '" + name + "' in -ostd-profile; choose one of " + NAMES);
        }
        JavaProfile profile = new JavaProfile(name);
        profile.load(name);
        return profile;
    }

    private void load(String resource) {
        try (InputStream in = JavaProfile.class.getResourceAsStream(resource + ".profile")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(this::line);
        } catch (IOException e) {
            throw new IllegalStateException("profile " + resource + " is damaged: " + e.getMessage(), e);
        }
    }

    private void line(String line) {
        String[] words = line.split("\\s+", 3);
        switch (words[0]) {
            case "include" -> load(words[1]);
            case "package" -> packages.add(words[1]);
            case "allow" -> allowed.add(words[1]);
            case "deny" -> denied.put(words[1], words[2]);
            default -> throw new IllegalStateException("profile " + name + ": cannot read line: " + line);
        }
    }

    /**
     * The profile's name.
     *
     * @return as written in a descriptor
     */
    public String name() {
        return name;
    }

    /**
     * The packages offered.
     *
     * @return dotted names, sorted
     */
    public SortedSet<String> packages() {
        return java.util.Collections.unmodifiableSortedSet(packages);
    }

    /**
     * Why a class or one of its members is withheld.
     *
     * @param className dotted binary name of a class in an offered package
     * @param member method or field name, or {@code <init>}
     * @return the remedy, or nothing if it may be used
     */
    public Optional<String> denial(String className, String member) {
        if (allowed.contains(className + "." + member)) {
            return Optional.empty();
        }
        String remedy = denied.get(className + "." + member);
        return Optional.ofNullable(remedy != null ? remedy : denied.get(className));
    }

    /**
     * Why a whole class is withheld. A class with an allowed member may be named.
     *
     * @param className dotted binary name of a class in an offered package
     * @return the remedy, or nothing if the class may be named
     */
    public Optional<String> denial(String className) {
        boolean nameable = allowed.stream().anyMatch(member -> member.startsWith(className + "."));
        return nameable ? Optional.empty() : Optional.ofNullable(denied.get(className));
    }
}
