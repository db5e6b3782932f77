package org.asterism.aot.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads lists of classes; {@code kernel.classes} explains how they are written. */
final class ClassListParser {
    private static final String SEPARATOR = " : ";
    private static final String INCLUDE = "include ";

    private final String source;
    private final List<OfferedClass> classes = new ArrayList<>();

    private ClassListParser(String source) {
        this.source = source;
    }

    /** The classes of a list that comes with the compiler, those of the lists that it includes first. */
    static List<OfferedClass> builtIn(String name) {
        return parse(name + ".classes", ProfileResource.text(name + ".classes"));
    }

    /** By prefix of a class that no profile holds, what to use instead. */
    static Map<String, String> remedies() {
        Map<String, String> remedies = new TreeMap<>();
        ProfileResource.text("elsewhere.classes").lines().filter(line -> !isComment(line)).forEach(line -> {
            int colon = line.indexOf(SEPARATOR);
            remedies.put(line.substring(0, colon), line.substring(colon + SEPARATOR.length()));
        });
        return remedies;
    }

    /** The classes of a text; the source name is for messages. */
    static List<OfferedClass> parse(String source, String text) {
        ClassListParser parser = new ClassListParser(source);
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.startsWith(INCLUDE)) {
                parser.classes.addAll(builtIn(line.substring(INCLUDE.length()).strip()));
            } else if (line.startsWith(" ")) {
                parser.withhold(line.strip(), number);
            } else if (!isComment(line)) {
                parser.classes.add(OfferedClass.whole(line.strip()));
            }
        }
        return parser.classes;
    }

    private static boolean isComment(String line) {
        return line.isBlank() || line.startsWith("#");
    }

    private void withhold(String line, int number) {
        int colon = line.indexOf(SEPARATOR);
        if (colon < 0 || classes.isEmpty()) {
            throw new IllegalArgumentException(source + ":" + number + ": cannot read \"" + line
                    + "\"; write below a class: MEMBER... : REMEDY, or: only MEMBER... : REMEDY");
        }
        Set<String> members = new LinkedHashSet<>(List.of(line.substring(0, colon).split(" +")));
        String remedy = line.substring(colon + SEPARATOR.length()).strip();
        OfferedClass offered = classes.remove(classes.size() - 1);
        if (members.remove("only")) {
            classes.add(new OfferedClass(offered.name(), offered.withheld(), members, remedy));
            return;
        }
        Map<String, String> withheld = new LinkedHashMap<>(offered.withheld());
        members.forEach(member -> withheld.put(member, remedy));
        classes.add(new OfferedClass(offered.name(), withheld, offered.only(), offered.otherwise()));
    }
}
