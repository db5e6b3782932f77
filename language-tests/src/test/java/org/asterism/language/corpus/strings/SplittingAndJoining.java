package org.asterism.language.corpus.strings;

import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/** split, join and StringJoiner. */
public final class SplittingAndJoining {
    private SplittingAndJoining() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        System.out.println(Arrays.toString("a,b,,c,,".split(",")));
        System.out.println(Arrays.toString("a,b,,c,,".split(",", -1)));
        System.out.println(Arrays.toString("a,b,,c,,".split(",", 2)));
        System.out.println(Arrays.toString(",a".split(",")) + Arrays.toString("".split(",")) + Arrays.toString("abc".split("")));
        System.out.println(Arrays.toString("a1b22c".split("[0-9]+")) + Arrays.toString("a.b.c".split("\\.")) + Arrays.toString("a|b".split("\\|")));
        System.out.println(String.join("-", "a", "b", null) + String.join("", List.of("x", "y")));
        StringJoiner joiner = new StringJoiner(", ", "{", "}");
        joiner.setEmptyValue("nothing");
        System.out.println(joiner);
        joiner.add("1").add("2").merge(new StringJoiner("+").add("3").add("4"));
        System.out.println(joiner + " " + joiner.length());
    }
}
