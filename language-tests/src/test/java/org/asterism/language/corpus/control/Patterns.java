package org.asterism.language.corpus.control;

/** instanceof with patterns: scope, flow and null. */
public final class Patterns {
    private Patterns() {}

    private static String describe(Object object) {
        if (object instanceof String text && text.length() > 2) {
            return "long text " + text.length();
        }
        if (!(object instanceof Number number)) {
            return "no number " + (object instanceof String text ? text : object);
        }
        if (number instanceof Integer i && i > 5 || number instanceof Long) {
            return "large or long " + number;
        }
        return number instanceof Double d ? "double " + (d + 1) : "number " + number.intValue();
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        Object[] objects = {"abc", "x", 3, 7, 8L, 2.5, 'c', null, new int[] {1}};
        for (Object object : objects) {
            String text = describe(object);
            System.out.println(object instanceof int[] array ? "array " + array.length : text);
        }
        Object o = "loop";
        int rounds = 0;
        while (o instanceof String s && s.length() < 8) {
            o = s + s.charAt(0);
            rounds++;
        }
        System.out.println(o + " " + rounds);
        System.out.println((o instanceof CharSequence) + " " + (o instanceof Comparable<?> c && c != null) + " " + (null instanceof Object));
    }
}
