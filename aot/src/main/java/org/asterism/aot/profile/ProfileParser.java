package org.asterism.aot.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads profiles: one rule a line, {@code action subject [= value] : reason}; {@code #} starts a comment;
 * {@code include name} takes in another built-in profile, {@code classes name} the classes of a list.
 */
public final class ProfileParser {
    private static final Pattern LINE =
            Pattern.compile("(deny|allow|cut|nop|this|constant)\\s+(\\S+)(?:\\s*=\\s*(\\S+))?\\s+:\\s+(.+)");

    private ProfileParser() {
    }

    /**
     * A profile that comes with the compiler.
     *
     * @param name {@code kernel} or {@code full}
     */
    public static Profile builtIn(String name) {
        return new Profile(name, readBuiltIn(name));
    }

    /** A profile from a file. */
    public static Profile file(Path path) throws IOException {
        return new Profile(path.getFileName().toString(), parse(path.toString(), Files.readString(path)));
    }

    private static List<Rule> readBuiltIn(String name) {
        return parse(name, ProfileResource.text(name + ".profile"));
    }

    /** The rules of a text; the source name is for messages. */
    static List<Rule> parse(String source, String text) {
        List<Rule> rules = new ArrayList<>();
        int number = 0;
        for (String raw : text.split("\n")) {
            number++;
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("classes ")) {
                rules.addAll(held(line.substring("classes ".length()).strip()));
                continue;
            }
            if (line.startsWith("include ")) {
                rules.addAll(readBuiltIn(line.substring("include ".length()).strip()));
                continue;
            }
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(source + ":" + number + ": cannot read \"" + line
                        + "\"; write: action subject [= value] : reason");
            }
            Rule.Action action = Rule.Action.valueOf(matcher.group(1).toUpperCase(Locale.ROOT));
            rules.add(new Rule(action, matcher.group(2), matcher.group(3), matcher.group(4)));
        }
        return rules;
    }

    /** A list of classes as rules; the members that only another profile offers are cut. */
    private static List<Rule> held(String list) {
        List<Rule> rules = new ArrayList<>();
        for (OfferedClass offered : ClassListParser.builtIn(list)) {
            rules.add(new Rule(Rule.Action.HOLD, offered.name(), null, "listed"));
            offered.withheld().forEach((member, remedy) -> {
                if (PublishedProfile.NAMES.contains(remedy) && !remedy.equals(list)) {
                    rules.add(new Rule(Rule.Action.CUT, offered.name() + "." + member, null, PublishedProfile.remedy(remedy)));
                }
            });
        }
        return rules;
    }
}
