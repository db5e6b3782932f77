package org.asterism.assembly.descriptor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where things stand in a descriptor's file, or in a file that it includes, so that a mistake can be told with its line. */
public final class DescriptorText {
    /** What begins a reason that is about an entry of a key. */
    private static final Pattern OF_KEY = Pattern.compile("(-(?:ostd-\\w+|runrequires|runblacklist)) .*", Pattern.DOTALL);
    private static final String OF_ROOT = "the kernel needs ";
    private static final Pattern OF_GRANT = Pattern.compile("(\\S+) \\S+ needs grants? .*");
    /** A name with dots, as bundles, components and references have, without the punctuation around it. */
    private static final Pattern NAME = Pattern.compile("\\b\\w[\\w-]*(?:\\.[\\w$-]+)+(?:/[\\w.$-]*\\w)?");

    private static final Pattern KEY = Pattern.compile("\\s*([^\\s:=]+).*", Pattern.DOTALL);

    /** The bytes of a byte order mark, which some editors put in front. */
    private static final String MARK = "\u00ef\u00bb\u00bf";

    /** One property: its key, and the lines from its first to its last, counted from 0. */
    private record Property(String key, int first, int last) {}

    private final Path file;
    private final List<String> lines;
    private final List<Property> properties = new ArrayList<>();
    private final List<DescriptorText> included = new ArrayList<>();

    DescriptorText(Path file) throws IOException {
        this.file = file;
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        this.lines = (text.startsWith(MARK) ? text.substring(MARK.length()) : text).lines().toList();
        for (int first = 0; first < lines.size(); first++) {
            String line = lines.get(first).strip();
            if (line.isEmpty() || line.startsWith("#") || line.startsWith("!")) {
                continue;
            }
            int last = first;
            while (last + 1 < lines.size() && continues(lines.get(last))) {
                last++;
            }
            Matcher key = KEY.matcher(line);
            if (key.matches()) {
                properties.add(new Property(key.group(1), first, last));
            }
            first = last;
        }
    }

    /** Looks for what does not stand in this file in one that it includes. */
    void include(Path other) throws IOException {
        included.add(new DescriptorText(other));
    }

    /**
     * Puts in front of a reason where its cause stands.
     *
     * @param reason not to make a kernel, which begins with the key that it is about, or says what the kernel or a bundle needs
     * @return the reason with {@code file:line} before it; as it is, if it is about no entry of the descriptor
     */
    public String located(String reason) {
        Matcher ofKey = OF_KEY.matcher(reason);
        Matcher ofGrant = OF_GRANT.matcher(reason);
        if (ofGrant.matches()) {
            String bundle = ofGrant.group(1);
            return stands("-ostd-grant", bundle).map(place -> place + ": " + reason).orElse(reason);
        }
        String key = ofKey.matches() ? ofKey.group(1) : reason.startsWith(OF_ROOT) ? DescriptorKeys.REQUIRES : null;
        if (key == null) {
            return reason;
        }
        return NAME.matcher(reason).results().flatMap(name -> stands(key, name.group()).stream()).findFirst().orElseGet(() -> where(key)) + ": " + reason;
    }

    private static boolean continues(String line) {
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    /**
     * {@code file:line} of a word in the value of a key, or of a key that begins with that key and a dot; of the key if the word stands in no
     * line of it, or in several. What does not stand in the file itself is looked for in the included ones.
     *
     * @param key such as {@code -ostd-bundles}
     * @param word a part of its value
     * @return the file alone if it has no such key
     */
    public String where(String key, String word) {
        return stands(key, word).or(() -> firstOf(text -> text.lineOf(key))).orElse(file.toString());
    }

    private Optional<String> stands(String key, String word) {
        Pattern token = Pattern.compile("(?<![\\w.])" + Pattern.quote(word) + "(?![\\w.])");
        return firstOf(text -> text.lineOf(key, line -> token.matcher(line).find()));
    }

    /** {@code file:line} of some text, wherever it stands first; the file if it stands nowhere in it, nor in an included one. */
    String whereIs(String wanted) {
        return firstOf(text -> IntStream.range(0, text.lines.size()).filter(line -> text.lines.get(line).contains(wanted)).boxed().findFirst())
                .orElse(file.toString());
    }

    /** {@code file:line} in the first file that has such a line. */
    private Optional<String> firstOf(Function<DescriptorText, Optional<Integer>> line) {
        return Stream.concat(Stream.of(this), included.stream())
                .flatMap(text -> line.apply(text).map(found -> text.file + ":" + (1 + found)).stream())
                .findFirst();
    }

    /** The only line in the value of a key that is wanted. */
    private Optional<Integer> lineOf(String key, Predicate<String> wanted) {
        List<Integer> found = holders(key)
                .flatMap(property -> IntStream.rangeClosed(property.first(), property.last()).boxed())
                .filter(line -> wanted.test(lines.get(line)))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private Optional<Integer> lineOf(String key) {
        return holders(key).map(Property::first).findFirst();
    }

    private Stream<Property> holders(String key) {
        return properties.stream().filter(property -> property.key().equals(key) || property.key().startsWith(key + "."));
    }

    Path file() {
        return file;
    }

    /** {@code file:line} of a key. */
    String where(String key) {
        return where(key, key);
    }

    /** Keys that stand in the file more than once: only the last would count. */
    List<String> repeatedKeys() {
        List<String> keys = properties.stream().map(Property::key).toList();
        return keys.stream().distinct().filter(key -> keys.indexOf(key) != keys.lastIndexOf(key)).toList();
    }
}
