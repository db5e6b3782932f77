package org.asterism.assembly.verify;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong, in one form: bundle, class, member, reason, remedy. Equal lines count once. */
final class Problems {
    private final Set<String> lines = new LinkedHashSet<>();
    private final Set<ProfileBreach> breaches = new LinkedHashSet<>();
    private String method = "";

    /** Something wrong in a class as a whole. */
    void add(LinkedClass in, String reason, String remedy) {
        lines.add(in.bundle() + ": " + in + ": " + reason + "; " + remedy);
    }

    /** Something wrong in one member of a class. */
    void add(LinkedClass in, String member, String reason, String remedy) {
        lines.add(in.bundle() + ": " + in + "." + member + ": " + reason + "; " + remedy);
    }

    /** Says which method is looked at, {@code package.Class.name(descriptor)}, or that none is. */
    void enter(String entered) {
        method = entered;
    }

    /** A use of what the profile does not hold: no danger for others, and worth the path by which it is reached. */
    void breach(LinkedClass in, String member, String reason, String remedy) {
        breaches.add(new ProfileBreach(in.bundle() + ": " + in + "." + member + ": " + reason + "; " + remedy, method));
    }

    List<ProfileBreach> breaches() {
        return new ArrayList<>(breaches);
    }

    void addAll(List<String> more) {
        lines.addAll(more);
    }

    List<String> lines() {
        return new ArrayList<>(lines);
    }
}
