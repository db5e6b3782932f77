package org.asterism.language.library.format;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.asterism.language.library.Covers;
import org.asterism.language.library.Outcome;

/** Regular expressions. */
@Covers({Pattern.class, Matcher.class, MatchResult.class, PatternSyntaxException.class, Character.UnicodeBlock.class, Character.UnicodeScript.class, Character.Subset.class})
public final class Patterns {
    private Patterns() {}

    /** Runs. */
    public static void main(String[] arguments) {
        every();
        matching();
        replacing();
        splitting();
        mistakes();
        unicode();
    }

    private static void every() {
        List<String> patterns = List.of("a", "a*", "a+?b", "a{2,3}", "(a|b)*c", "^abc$", "[a-c&&[^b]]+", "\\d+\\.\\d*", "\\w+@\\w+", "(?i)ABC", "(?<name>\\w)\\k<name>", "(.)\\1", "(?=a)\\w", "(?!a)\\w", "(?<=b)c", "(?<!b)c", "a++b", "(?>a|ab)c",
                "\\bfoo\\b", "\\Qa.c\\E", "[^\\s]+", "(?m)^.$", "(?s)a.b", "(?x) a b # c", "\\p{Lu}\\p{Ll}*", "\\p{IsGreek}+", "\\p{InCyrillic}", "\\x41\\u0042\\t?", "x??", "()", "a|", "\\R", "\\h+", "[\\p{Alpha}&&[^a-m]]+", "\\G\\w", ".*?(\\d)(\\d)?",
                "(?:a(b)?)+", "\\p{javaLowerCase}+", "(?u)\\w+", "[\\w-]+", "\\A\\w+\\z", "(a*)*b", "((a)|(b))*");
        List<String> inputs = List.of("", "a", "aab", "abc", "ABC abc", "aaabbbccc", "foo food", "a.c abc", "12.5 and 3.", "user@host", "one\ntwo\r\nthree", "Ωμεγα Ж 日本 😀", "x  y\tz", "abab c bc", "hello World Foo");
        for (String pattern : patterns) {
            Pattern compiled = Pattern.compile(pattern);
            for (String input : inputs) {
                Matcher matcher = compiled.matcher(input);
                StringBuilder found = new StringBuilder();
                while (matcher.find()) {
                    found.append(matcher.start()).append('-').append(matcher.end());
                    for (int group = 1; group <= matcher.groupCount(); group++) {
                        found.append(',').append(matcher.group(group));
                    }
                    found.append(' ');
                }
                Outcome.show(pattern, found, matcher.reset().matches(), matcher.reset().lookingAt(), matcher.hitEnd());
            }
        }
    }

    private static void matching() {
        Matcher matcher = Pattern.compile("(?<key>\\w+)=(?<value>\\d+)?").matcher("a=1; b=; c=33");
        Outcome.print("before", matcher::group);
        Outcome.show("find", matcher.find(), matcher.group(), matcher.group("key"), matcher.start("value"), matcher.end(2), matcher.find(3), matcher.group("value"), matcher.groupCount());
        Outcome.print("no group", () -> matcher.group(3));
        Outcome.print("no name", () -> matcher.group("none"));
        Outcome.print("too far", () -> matcher.find(99));
        MatchResult result = matcher.toMatchResult();
        Outcome.show("result", result.start(), result.end(), result.group(1), result.groupCount(), matcher.results().map(MatchResult::group).collect(Collectors.toList()));
        matcher.reset().region(2, 9);
        Outcome.show("region", matcher.find(), matcher.group(), matcher.regionStart(), matcher.regionEnd(), matcher.hasAnchoringBounds(), matcher.useTransparentBounds(true).hasTransparentBounds(), matcher.usePattern(Pattern.compile(";")).find(),
                matcher.requireEnd(), matcher.pattern());
        Outcome.show("static", Pattern.matches("a+", "aaa"), Pattern.quote("a\\E.b"), "aXbXc".matches("\\w+"), Pattern.compile("b").asPredicate().test("abc"), Pattern.compile("b").asMatchPredicate().test("abc"), Pattern.compile("x", Pattern.LITERAL | Pattern.CASE_INSENSITIVE).flags());
        Outcome.show("flags", Pattern.compile("É", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE).matcher("é").matches(), Pattern.compile("a.b", Pattern.DOTALL).matcher("a\nb").matches(), Pattern.compile("^b$", Pattern.MULTILINE).matcher("a\nb\nc").find(),
                Pattern.compile("a\nb # c", Pattern.COMMENTS).matcher("ab").matches(), Pattern.compile("$", Pattern.UNIX_LINES).matcher("a\r").find(), Pattern.compile("\\w", Pattern.UNICODE_CHARACTER_CLASS).matcher("日").matches());
    }

    private static void replacing() {
        Outcome.show("replace", "a1b22c333".replaceAll("\\d+", "<$0>"), "a1b22".replaceFirst("\\d", "#"), "x.y".replaceAll("\\.", "\\\\"), "aaa".replaceAll("a*", "-"), "2024-05-06".replaceAll("(\\d+)-(\\d+)-(\\d+)", "$3.$2.$1"),
                "k=v".replaceAll("(?<k>\\w)=(?<v>\\w)", "${v}:${k}"), Matcher.quoteReplacement("$1\\"), Pattern.compile("\\w").matcher("abc").replaceAll(match -> match.group().toUpperCase() + match.start()),
                Pattern.compile("b").matcher("abab").replaceFirst(match -> "[" + match.group() + "]"));
        StringBuilder text = new StringBuilder();
        Matcher matcher = Pattern.compile("o").matcher("foo boo");
        while (matcher.find()) {
            matcher.appendReplacement(text, matcher.start() % 2 == 0 ? "0" : "\\$");
        }
        Outcome.show("appended", matcher.appendTail(text), matcher.appendTail(new StringBuffer("-")));
        Outcome.print("no such group", () -> "a".replaceAll("a", "$1"));
        Outcome.print("bad name", () -> "a".replaceAll("a", "${x}"));
        Outcome.print("dangling", () -> "a".replaceAll("a", "\\"));
    }

    private static void splitting() {
        for (String text : List.of("a1b22c", "1a1", "", "abc", "a,b;c , d")) {
            Outcome.show("split", Arrays.asList(text.split("\\d+")), Arrays.asList(text.split("\\s*[,;]\\s*", -1)), Arrays.asList(Pattern.compile("").split(text, 3)), Pattern.compile("\\d").splitAsStream(text).collect(Collectors.toList()));
        }
    }

    private static void mistakes() {
        for (String bad : List.of("(", ")", "[a", "a{2,1}", "*a", "\\", "(?<n>a)(?<n>b)", "\\k<none>", "(?z)", "[z-a]", "\\p{Nope}", "a**", "(?<=a*)b", "\\x{110000}", "\\u12", "\\c", "(?<1a>x)", "{1}", "x{99999999999}")) {
            Outcome.print("bad " + bad, () -> Pattern.compile(bad));
        }
        PatternSyntaxException exception = new PatternSyntaxException("description", "p(attern", 2);
        Outcome.show("exception", exception.getMessage().replace("\n", "/"), exception.getIndex(), exception.getPattern(), exception.getDescription());
    }

    private static void unicode() {
        for (int point : new int[] {'a', 'Ω', 'Ж', 0x65E5, 0x1F600, 0x0E01, 0x10FFFF, ' ', 0x378}) {
            Outcome.show("point " + point, Character.UnicodeBlock.of(point), Character.UnicodeScript.of(point));
        }
        Character.Subset block = Character.UnicodeBlock.GREEK;
        Outcome.show("names", block, Character.UnicodeBlock.forName("Basic Latin"), Character.UnicodeScript.forName("grek"), block.equals(Character.UnicodeBlock.forName("GREEK")), Character.UnicodeScript.valueOf("HAN"));
        Outcome.run("no block", () -> Character.UnicodeBlock.forName("none"));
        Outcome.run("no script", () -> Character.UnicodeScript.forName("none"));
    }
}
