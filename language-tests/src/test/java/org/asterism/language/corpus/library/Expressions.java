package org.asterism.language.corpus.library;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Regular expressions of the full profile. */
public final class Expressions {
    private Expressions() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        Matcher matcher = Pattern.compile("(?<word>[a-z]+)=(\\d+)").matcher("a=1, bb=22; ccc=x");
        while (matcher.find()) {
            System.out.println(matcher.group("word") + " " + matcher.group(2) + " " + matcher.start() + "-" + matcher.end());
        }
        System.out.println("2024-05-17".matches("\\d{4}-\\d\\d-\\d\\d") + " " + Pattern.compile("^b", Pattern.MULTILINE).matcher("a\nb").find() + " " + Pattern.matches("(?i)HELLO", "hello"));
        System.out.println("aXbXc".replaceAll("X(?=c)", "-") + " " + "foo bar".replaceAll("(\\w+) (\\w+)", "$2 $1") + " " + Pattern.quote("a.b") + " " + "a.b".split(Pattern.quote(".")).length);
        System.out.println(Pattern.compile("(a|b)*abb").matcher("ababb").matches() + " " + Pattern.compile("a{2,3}?").matcher("aaaa").results().count() + " " + "\u00e9\u00c9".matches("\\p{L}+"));
        try {
            Pattern.compile("(unclosed");
        } catch (PatternSyntaxException e) {
            System.out.println(e.getDescription());
        }
    }
}
