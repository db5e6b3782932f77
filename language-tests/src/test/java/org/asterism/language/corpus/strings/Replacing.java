package org.asterism.language.corpus.strings;

/** replace of characters and texts, and by regular expressions. */
public final class Replacing {
    private Replacing() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        String text = "banana bandana";
        System.out.println(text.replace('a', 'o') + " " + text.replace("an", "AN") + " " + text.replace("", ".") + " " + text.replace("ana", ""));
        System.out.println(text.replaceAll("a(.)", "<$1>") + " " + text.replaceFirst("n+", "N") + " " + text.matches("[a-z ]+"));
        System.out.println("a.b.c".replace(".", "\u20ac").length() + " " + "aaa".replace("aa", "b") + " " + "x".replace("x", "xx"));
        System.out.println("\u20aca\u20ac".replace("\u20ac", "E") + " " + "none".replace("zzz", "y"));
        StringBuilder builder = new StringBuilder("0123456789");
        builder.replace(2, 5, "").replace(0, 0, "start").replace(8, 100, "end");
        System.out.println(builder);
    }
}
