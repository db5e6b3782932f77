package org.asterism.assembly.descriptor;

import aQute.bnd.osgi.Processor;
import aQute.service.reporter.Report.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What bnd itself complains about in a descriptor, in one line each, with the place and the remedy; without what is told better elsewhere. */
final class BndComplaints {
    private static final Pattern UNKNOWN_MACRO = Pattern.compile("No translation found for macro: (.*)");
    private static final Pattern WRONG_MACRO = Pattern.compile("\\$\\{([^};,]*).*is not understood.*");
    private static final Pattern MISSING_FILE = Pattern.compile("Included file (.*) does not exist.*");
    private static final Pattern CYCLE = Pattern.compile("Cyclic or multiple include of (.*)");
    private static final Pattern NO_VALUE = Pattern.compile("No value after '=' sign for attribute (\\w+).*");
    /** Attributes whose lack of a value is told with the entry that it stands in. */
    private static final Set<String> CHECKED = Set.of("grant", "to", "id", "sha256");

    private BndComplaints() {}

    static List<String> of(Processor bnd, DescriptorText text) {
        List<String> complaints = new ArrayList<>(bnd.getErrors());
        complaints.addAll(bnd.getWarnings());
        Set<String> wrongMacros = new TreeSet<>();
        complaints.forEach(complaint -> {
            Matcher wrong = WRONG_MACRO.matcher(line(complaint));
            if (wrong.matches()) {
                wrongMacros.add(wrong.group(1));
            }
        });
        List<String> mistakes = new ArrayList<>();
        for (String complaint : complaints) {
            String line = line(complaint);
            Matcher unknown = UNKNOWN_MACRO.matcher(line);
            Matcher missing = MISSING_FILE.matcher(line);
            Matcher cycle = CYCLE.matcher(line);
            Matcher empty = NO_VALUE.matcher(line);
            if (line.startsWith("Invalid property key")) {
                continue; // told better by the check of keys
            }
            if (unknown.matches()) {
                if (!wrongMacros.contains(unknown.group(1))) {
                    mistakes.add(text.whereIs("${" + unknown.group(1) + "}") + ": ${" + unknown.group(1) + "} is no macro and no property; define "
                            + unknown.group(1) + ", or write the value");
                }
            } else if (missing.matches()) {
                mistakes.add(text.where("-include") + ": -include names " + missing.group(1) + ", which does not exist; make it, or take it out");
            } else if (cycle.matches()) {
                mistakes.add(text.where("-include") + ": -include reads " + cycle.group(1) + " a second time; take one -include out");
            } else if (!empty.matches() || !CHECKED.contains(empty.group(1))) {
                mistakes.add(where(bnd, complaint, text) + ": " + line);
            }
        }
        return mistakes;
    }

    /** A complaint without the excerpt of the file that bnd adds. */
    private static String line(String complaint) {
        return complaint.replaceAll("(?s):? ?<<.*", "").replaceAll("\\s+", " ").strip();
    }

    private static String where(Processor bnd, String complaint, DescriptorText text) {
        Location location = bnd.getLocation(complaint);
        return location == null || location.line <= 0 ? text.file().toString() : text.file() + ":" + (location.line + 1);
    }
}
