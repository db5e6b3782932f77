package org.asterism.language.corpus.strings;

/** Finding characters and texts from either end. */
public final class Searching {
    private Searching() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        String text = "the quick brown the fox the";
        System.out.println(text.indexOf("the") + " " + text.indexOf("the", 1) + " " + text.lastIndexOf("the") + " " + text.lastIndexOf("the", 15) + " " + text.indexOf("cat"));
        System.out.println(text.indexOf('q') + " " + text.indexOf('q', 5) + " " + text.lastIndexOf('t') + " " + text.lastIndexOf('t', -1) + " " + text.indexOf('z'));
        System.out.println(text.indexOf("") + " " + text.indexOf("", 100) + " " + text.lastIndexOf("") + " " + "".indexOf("") + " " + "".indexOf("a") + " " + text.indexOf('t', -5));
        System.out.println(text.startsWith("the") + " " + text.startsWith("quick", 4) + " " + text.endsWith("the") + " " + text.endsWith("") + " " + text.startsWith("the", -1));
        System.out.println(text.contains("brown") + " " + text.contains("") + " " + text.contains("Brown") + " " + "aaab".indexOf("aab") + " " + "aaa".lastIndexOf("aa"));
        System.out.println("x\u20acy\u20acz".indexOf('\u20ac', 2) + " " + "x\u20acy".lastIndexOf("\u20acy") + " " + "\ud83d\ude00!".indexOf(0x1f600) + " " + "abc".indexOf(0x1f600));
        System.out.println(text.regionMatches(4, "a quick", 2, 5) + " " + text.regionMatches(true, 0, "THE", 0, 3) + " " + text.regionMatches(0, "the", 0, 50));
        System.out.println(text.chars().filter(c -> c == 't').count());
    }
}
