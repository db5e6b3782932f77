package org.asterism.language.library.text;

import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import java.util.StringTokenizer;
import org.asterism.language.library.Covers;
import org.asterism.language.library.Outcome;

/** {@link String} in both of its representations. */
@Covers({String.class, CharSequence.class, Comparable.class, StringJoiner.class, StringTokenizer.class, StringIndexOutOfBoundsException.class, Comparator.class})
public final class Strings {
    private static final List<String> SAMPLES = List.of("", "a", "Hello, World", "  padded \t", "déjà vu ÿ", "日本語 text", "😀 smile 𝒳", "İıßΑΣ ΑΣΑ", "tab\tnew\nline\r\nend\n",
            "aXbXXc", "null\0byte");

    private Strings() {}

    /** Runs. */
    public static void main(String[] arguments) {
        SAMPLES.forEach(Strings::inspect);
        search();
        compare();
        change();
        characters();
        split();
        build();
        positions();
        tokens();
    }

    private static void inspect(String text) {
        Outcome.show("<" + text + ">", text.length(), text.isEmpty(), text.isBlank(), text.hashCode(), text.codePointCount(0, text.length()), text.equals(new String(text.toCharArray())),
                text.contentEquals(new StringBuilder(text)), text.toString() == text);
        Outcome.show("stripped", "[" + text.strip() + "]", "[" + text.trim() + "]", "[" + text.stripLeading() + "]", "[" + text.stripTrailing() + "]");
        Outcome.show("cases", text.toUpperCase(), text.toLowerCase(), text.toUpperCase().equalsIgnoreCase(text));
        Outcome.show("copies", text.repeat(2), text.concat("!"), text.replace('X', 'y'), text.replace("X", ""), text.replace("", "-"), text.intern().equals(text));
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            points.append(Integer.toHexString(text.codePointAt(i))).append(' ');
        }
        for (int i = text.length(); i > 0; i = text.offsetByCodePoints(i, -1)) {
            points.append(text.codePointBefore(i)).append(' ');
        }
        Outcome.show("points", points);
    }

    private static void search() {
        for (String text : List.of("abcabcabc", "日本日本", "ab😀ab😀", "mixé日")) {
            for (String part : List.of("", "a", "bc", "cab", "日", "本日", "😀", "zz", "é")) {
                Outcome.show(text + "/" + part, text.indexOf(part), text.indexOf(part, 2), text.lastIndexOf(part), text.lastIndexOf(part, 3), text.contains(part), text.startsWith(part),
                        text.endsWith(part), text.startsWith(part, 1), text.startsWith(part, -1), text.startsWith(part, 99), text.indexOf(part, -5), text.indexOf(part, 99),
                        text.lastIndexOf(part, -1));
            }
            Outcome.show("chars of " + text, text.indexOf('b'), text.indexOf('b', 3), text.lastIndexOf('b'), text.lastIndexOf('b', 1), text.indexOf(0x1F600), text.lastIndexOf(0x1F600, 4),
                    text.indexOf('日'), text.indexOf(-1), text.indexOf('a', 100), text.lastIndexOf('a', -3));
        }
        Outcome.print("null", () -> "a".indexOf((String) null));
        Outcome.print("null", () -> "a".contains(null));
        Outcome.show("null", "a".equals(null), "a".equalsIgnoreCase(null));
    }

    private static void compare() {
        List<String> words = List.of("", "a", "B", "ab", "aB", "é", "E", "日", "😀", "\uFFFF", "z");
        StringBuilder order = new StringBuilder();
        for (String left : words) {
            for (String right : words) {
                order.append(left.compareTo(right)).append('/').append(left.compareToIgnoreCase(right)).append('/').append(left.equalsIgnoreCase(right) ? 1 : 0).append(' ');
            }
        }
        Outcome.show("order", order, CharSequence.compare("abc", new StringBuilder("abd")), String.CASE_INSENSITIVE_ORDER.compare("ABC", "abd"));
        Outcome.show("regions", "Hello World".regionMatches(6, "xWorld", 1, 5), "Hello".regionMatches(true, 1, "hELLo", 1, 4), "Hello".regionMatches(-1, "Hello", 0, 1),
                "Hello".regionMatches(0, "Hello", 0, 99), "日本".regionMatches(1, "本", 0, 1), "ǅ".equalsIgnoreCase("ǆ"), "ß".equalsIgnoreCase("ẞ"));
        Outcome.print("compareTo null", () -> "a".compareTo(null));
        Outcome.show("content", "abc".contentEquals("abc"), "abc".contentEquals(new StringBuffer("abd")), "日".contentEquals(new StringBuilder("日")));
        Comparator<String> byLength = Comparator.comparingInt(String::length);
        Outcome.show("comparators", byLength.compare("aa", "b"), byLength.reversed().compare("aa", "b"), byLength.thenComparing(Comparator.reverseOrder()).compare("a", "b"),
                Comparator.nullsFirst(byLength).compare(null, "a"), Comparator.nullsLast(byLength).compare(null, "a"), Comparator.nullsFirst(byLength).compare(null, null),
                Comparator.comparing(String::length, Comparator.reverseOrder()).compare("a", "bb"), Comparator.comparingLong(String::length).compare("a", ""),
                byLength.thenComparingInt(String::hashCode).compare("a", "b"), byLength.thenComparingLong(String::hashCode).compare("b", "a"),
                byLength.thenComparing(String::hashCode, Comparator.naturalOrder()).compare("c", "c"), Comparator.<String>naturalOrder().reversed().compare("a", "b"));
    }

    private static void change() {
        Outcome.show("replace", "aaaa".replace("aa", "b"), "abab".replace("ab", "日"), "日本".replace('本', 'x'), "aaa".replace('b', 'c'), "x.y.z".replace(".", "\\"), "é".replace("é", "e"));
        Outcome.print("null", () -> "a".replace("a", null));
        Outcome.show("join", String.join("-", "a", "b"), String.join("", List.of("x", "y")), String.join(",", new String[0]), String.join("|", (String) null, "n"));
        Outcome.show("repeat", "ab".repeat(0), "ab".repeat(1), "x".repeat(5), "日本".repeat(3), "".repeat(1 << 20).length());
        Outcome.print("negative", () -> "a".repeat(-1));
        Outcome.print("too long", () -> "ab".repeat(Integer.MAX_VALUE));
        Outcome.show("escapes", "a\\tb\\n\\101\\u".replace("\\u", "").translateEscapes(), "x\\s\\\\".translateEscapes());
        Outcome.print("bad escape", () -> "\\q".translateEscapes());
        Outcome.show("special", "ŉ".toUpperCase(), "ﬁx".toUpperCase(), "ΐ".toUpperCase(), "ß".toUpperCase().length(), "Ⅷ".toLowerCase(), "𐐀".toLowerCase(), "𐐨".toUpperCase(), "µÿ".toUpperCase(),
                "ΑΣ".toLowerCase(), "ΑΣΑ".toLowerCase(), "Σ".toLowerCase(), "İ".toLowerCase().length(), "ǆ".toUpperCase());
        Object value = "abc".<String>transform(text -> text + text.length());
        Outcome.show("transform", value);
    }

    private static void characters() {
        char[] target = new char[6];
        "abcdef".getChars(1, 4, target, 2);
        Outcome.show("getChars", (Object) new String(target).replace('\0', '.'), "日本".toCharArray().length, String.valueOf(new char[] {'x', 'y'}, 1, 1), String.copyValueOf(new char[] {'p', 'q'}));
        Outcome.print("getChars", () -> {
            "abc".getChars(0, 3, target, 5);
            return target;
        });
        Outcome.show("valueOf", String.valueOf((Object) null), String.valueOf(true), String.valueOf('c'), String.valueOf(-5), String.valueOf(Long.MIN_VALUE), String.valueOf(new int[0].length));
        Outcome.show("code points", new String(new int[] {0x1F600, 65, 0x65E5}, 0, 3), Character.toString(0x1F4A9), "x".codePointAt(0), new String(new int[] {0x41, 0x42}, 1, 1));
        Outcome.print("bad code point", () -> new String(new int[] {0x110000}, 0, 1));
        for (int index : new int[] {-1, 3, 4}) {
            Outcome.print("charAt " + index, () -> "abc".charAt(index));
            Outcome.print("charAt " + index, () -> "日本語".charAt(index));
            Outcome.print("codePointAt " + index, () -> "abc".codePointAt(index));
            Outcome.print("codePointBefore " + index, () -> "abc".codePointBefore(index));
            Outcome.print("substring " + index, () -> "abc".substring(index));
            Outcome.print("offset " + index, () -> "abc".offsetByCodePoints(0, index));
            Outcome.print("count " + index, () -> "abc".codePointCount(0, index));
        }
    }

    private static void split() {
        for (String text : List.of("a,b,,c,,", ",", "", "abc", ",a")) {
            Outcome.show("split <" + text + ">", text.split(",").length, text.split(","), text.split(",", 2), text.split(",", -1), text.split(",", 0), text.split("\\.", 3));
        }
        Outcome.show("regular", "a.b.c".split("\\."), "x|y".split("\\|"), "日,本".split(","), "a😀b".split("b"));
    }

    private static void build() {
        String text = "n";
        text += 1;
        text += 'c';
        text += 2L;
        text += null;
        text += true;
        text += new StringBuilder("日");
        Outcome.show("concatenated", text, "" + (char) 65 + (byte) -1 + (short) 300 + Long.MAX_VALUE);
        StringJoiner joiner = new StringJoiner(", ", "{", "}");
        joiner.setEmptyValue("nothing");
        Outcome.show("joiner", joiner, joiner.length(), joiner.add("a"), joiner.add("b").length(), joiner.merge(new StringJoiner("-", "<", ">").add("x").add("y")), joiner.add(null));
        joiner.merge(joiner);
        Outcome.show("merged", joiner, new StringJoiner("/").toString().isEmpty(), new StringJoiner("/").merge(new StringJoiner("x")).length());
        Outcome.run("null", () -> new StringJoiner(null));
    }

    private static void positions() {
        for (int[] bounds : new int[][] {{0, 3}, {1, 1}, {2, 1}, {-1, 2}, {0, 4}, {3, 3}}) {
            Outcome.print("substring " + bounds[0] + " " + bounds[1], () -> "abc".substring(bounds[0], bounds[1]));
            Outcome.print("subSequence", () -> "日本語".subSequence(bounds[0], bounds[1]));
            Outcome.print("new String", () -> new String(new char[] {'a', 'b', 'c'}, bounds[0], bounds[1]));
            Outcome.print("new String", () -> new String(new int[] {'a', 'b', 'c'}, bounds[0], bounds[1]));
        }
        CharSequence sequence = "sequence";
        Outcome.show("sequence", sequence.length(), sequence.charAt(2), sequence.subSequence(1, 3), sequence.isEmpty());
    }

    private static void tokens() {
        StringTokenizer tokens = new StringTokenizer("one two\tthree,four", " \t,", true);
        StringBuilder seen = new StringBuilder().append(tokens.countTokens()).append(':');
        while (tokens.hasMoreTokens()) {
            seen.append('[').append(tokens.nextToken()).append(']');
        }
        Outcome.show("tokens", seen);
        StringTokenizer plain = new StringTokenizer("a b;c d");
        Outcome.show("plain", plain.nextToken(), plain.nextToken(";"), plain.nextElement(), plain.hasMoreElements());
        Outcome.run("ended", plain::nextToken);
    }
}
