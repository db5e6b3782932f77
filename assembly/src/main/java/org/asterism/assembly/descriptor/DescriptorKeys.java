package org.asterism.assembly.descriptor;

import aQute.bnd.help.Syntax;
import aQute.bnd.osgi.Processor;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.asterism.assembly.NearestName;

/** Checks a descriptor's keys. A misspelt key would silently weaken a kernel; bnd itself accepts any. */
final class DescriptorKeys {
    static final String REQUIRES = "-runrequires";
    static final String BLACKLIST = "-runblacklist";
    private static final List<String> OWN = List.of(
            "-ostd-bind", "-ostd-bundles", "-ostd-cmdline", "-ostd-config", "-ostd-grant", "-ostd-initramfs",
            "-ostd-privileged", "-ostd-profile");
    private static final List<String> LISTS = List.of(
            REQUIRES, BLACKLIST, "-ostd-bind", "-ostd-bundles", "-ostd-config", "-ostd-grant", "-ostd-privileged");
    /** Keys of one value: bnd would merge nothing into them. */
    private static final List<String> SINGLE = List.of("-ostd-cmdline", "-ostd-initramfs", "-ostd-profile");
    /** A macro that begins and does not end. */
    private static final Pattern OPEN_MACRO = Pattern.compile("\\$\\{[^}]*$");
    /** Fewer edits than this away from a key of a descriptor, a name without dash is that key misspelt, and not a macro. */
    private static final int NEAR = 3;

    private DescriptorKeys() {}

    /** One line for every key that is unknown, repeated, or has a quote without its end. */
    static List<String> check(Processor bnd, DescriptorText text) {
        List<String> mistakes = new ArrayList<>();
        List<String> known = new ArrayList<>(OWN);
        known.add(REQUIRES);
        known.add("-include");
        for (String key : new TreeSet<>(bnd.getPropertyKeys(true))) {
            String nearest = NearestName.of(key, known).orElseThrow();
            if (OPEN_MACRO.matcher(bnd.getProperties().getProperty(key, "")).find()) {
                mistakes.add(text.where(key) + ": " + key + " has a macro without its end; write ${NAME}");
            }
            if (isTorn(key)) {
                mistakes.add(text.where(key) + ": " + key + " is no key; end the line before with \", \\\" to go on with its list");
            } else if (isPartOfSingle(key)) {
                mistakes.add(text.where(key) + ": " + key + " would not count; write all of it in " + key.substring(0, key.indexOf('.')));
            } else if (key.startsWith("-") ? !isKnown(key, known) : NearestName.distance(nearest, "-" + key) < NEAR) {
                mistakes.add(text.where(key) + ": unknown key " + key + "; nearest is " + nearest);
            }
        }
        for (String key : text.repeatedKeys()) {
            mistakes.add(text.where(key) + ": " + key + " stands in the file more than once, and only the last would count; "
                    + (SINGLE.contains(key) ? "keep one" : "write one list, or " + key + ".more"));
        }
        for (String key : LISTS) {
            String value = bnd.mergeProperties(key);
            if (value != null && (value.chars().filter(c -> c == '"').count() % 2 == 1 || value.chars().filter(c -> c == '\'').count() % 2 == 1)) {
                mistakes.add(text.where(key) + ": " + key + " has a quote without its end");
            }
        }
        return mistakes;
    }

    /** Whether a key is an entry of the list before, whose last line does not say that it goes on. */
    static boolean isTorn(String key) {
        return key.contains(";");
    }

    private static boolean isPartOfSingle(String key) {
        return SINGLE.stream().anyMatch(single -> key.startsWith(single + "."));
    }

    private static boolean isKnown(String key, List<String> known) {
        return Syntax.HELP.containsKey(key)
                || known.stream().anyMatch(own -> key.equals(own) || key.startsWith(own + "."))
                || !key.startsWith("-ostd-") && Syntax.HELP.containsKey(key.replaceFirst("\\..*", ""));
    }
}
