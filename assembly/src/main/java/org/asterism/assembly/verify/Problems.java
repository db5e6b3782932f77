package org.asterism.assembly.verify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.asterism.assembly.bundle.Bundle;

/**
 * Collects what is wrong, in one form: bundle, class, member, reason, remedy. Equal lines count once.
 *
 * <p>Names in lines come from class files, so control characters are replaced, and names, lines and lists have an end.
 */
final class Problems {
    private static final int MOST_LINES = 500;
    private static final int LONGEST_LINE = 1000;

    private final Set<Check> checks;
    private final Set<String> lines = new LinkedHashSet<>();
    private final Set<ProfileBreach> breaches = new LinkedHashSet<>();
    private final Set<Bundle> culprits = new HashSet<>();
    private String method = "";
    private int found;
    private boolean more;

    /** Collects what the given checks find. */
    Problems(Set<Check> checks) {
        this.checks = checks;
    }

    boolean isOn(Check check) {
        return checks.contains(check);
    }

    /** Something wrong in a bundle as a whole; false if the check is off. */
    boolean refuse(Check check, Bundle bundle, String reason, String remedy) {
        return add(check, bundle, bundle + ": " + reason + "; " + remedy);
    }

    /** Something wrong in a class file; false if the check is off. */
    boolean refuse(Check check, Bundle bundle, String className, String reason, String remedy) {
        return add(check, bundle, bundle + ": " + className.replace('/', '.') + ": " + reason + "; " + remedy);
    }

    /** Something wrong in a class as a whole; false if the check is off. */
    boolean refuse(Check check, LinkedClass in, String reason, String remedy) {
        return add(check, in.bundle(), in.bundle() + ": " + in + ": " + reason + "; " + remedy);
    }

    /** Something wrong in one member of a class; false if the check is off. */
    boolean refuseMember(Check check, LinkedClass in, String member, String reason, String remedy) {
        return add(check, in.bundle(), in.bundle() + ": " + in + "." + member + ": " + reason + "; " + remedy);
    }

    private boolean add(Check check, Bundle culprit, String line) {
        if (!isOn(check)) {
            return false;
        }
        found++;
        culprits.add(culprit);
        if (lines.size() < MOST_LINES) {
            lines.add(printable(line));
        } else {
            more = true;
        }
        return true;
    }

    /** How many problems were found so far, repeated ones included. */
    int found() {
        return found;
    }

    /** Says which method is looked at, {@code package.Class.name(descriptor)}, or that none is. */
    void enter(String entered) {
        method = entered;
    }

    /** A use of what the profile does not hold: no danger for others, and worth the path by which it is reached; false if the check is off. */
    boolean breach(Check check, LinkedClass in, String member, String reason, String remedy) {
        if (!isOn(check)) {
            return false;
        }
        found++;
        if (breaches.size() < MOST_LINES) {
            breaches.add(new ProfileBreach(printable(in.bundle() + ": " + in + "." + member + ": " + reason + "; " + remedy), method));
        } else {
            more = true;
        }
        return true;
    }

    private static String printable(String line) {
        String clean = line.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\u2028\u2029]", "?").replaceAll("(\\S{150})\\S{50,}(\\S)", "$1...$2");
        return clean.length() <= LONGEST_LINE ? clean : clean.substring(0, LONGEST_LINE) + " ...";
    }

    /** The bundles in which something is wrong; breaches of the profile do not count. */
    Set<Bundle> culprits() {
        return Set.copyOf(culprits);
    }

    List<ProfileBreach> breaches() {
        return new ArrayList<>(breaches);
    }

    List<String> lines() {
        List<String> all = new ArrayList<>(lines);
        if (more) {
            all.add("more problems than the " + MOST_LINES + " listed; mend these first");
        }
        return all;
    }
}
