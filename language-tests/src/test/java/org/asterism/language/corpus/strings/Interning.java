package org.asterism.language.corpus.strings;

/** String.intern finds literals, and remembers what it is given. */
public final class Interning {
    private Interning() {}

    private static String build(char... characters) {
        return new String(characters);
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        String first = build('i', 'n', 't', '1');
        String second = build('i', 'n', 't', '1');
        System.out.println((first == second) + " " + (first.intern() == second.intern()));
        String literal = "literal-of-interning";
        System.out.println(build("literal-of-interning".toCharArray()).intern() == literal);
        System.out.println("".intern() == "" + build().intern());
        System.out.println(build('\u20ac').intern() == build('\u20ac').intern());
        String[] kept = new String[50];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = ("number" + i).intern();
        }
        int same = 0;
        for (int i = 0; i < kept.length; i++) {
            same += ("number" + i).intern() == kept[i] ? 1 : 0;
        }
        System.out.println(same);
    }
}
