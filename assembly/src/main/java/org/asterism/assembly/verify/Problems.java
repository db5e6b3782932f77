package org.asterism.assembly.verify;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong, in one form: bundle, class, member, reason, remedy. Equal lines count once. */
final class Problems {
    private final Set<String> lines = new LinkedHashSet<>();

    /** Something wrong in a class as a whole. */
    void add(LinkedClass in, String reason, String remedy) {
        lines.add(in.bundle() + ": " + in + ": " + reason + "; " + remedy);
    }

    /** Something wrong in one member of a class. */
    void add(LinkedClass in, String member, String reason, String remedy) {
        lines.add(in.bundle() + ": " + in + "." + member + ": " + reason + "; " + remedy);
    }

    void addAll(List<String> more) {
        lines.addAll(more);
    }

    List<String> lines() {
        return new ArrayList<>(lines);
    }
}
