package org.asterism.language.corpus.strings;

/** StringBuilder: append, insert, delete, replace and reverse of every kind. */
public final class Builders {
    private Builders() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        StringBuilder builder = new StringBuilder();
        builder.append(1).append('2').append(3L).append(4f).append(5.0).append(true).append("six").append((String) null).append((Object) null);
        builder.append(new char[] {'7', '8'}).append(new char[] {'a', 'b', 'c', 'd'}, 1, 2).append("sequence", 2, 5).append(new StringBuilder("sb"));
        System.out.println(builder + " " + builder.length());
        builder.insert(0, false).insert(5, -1).insert(builder.length(), 'z').insert(3, 2.5).insert(1, "\u03a9");
        System.out.println((int) builder.charAt(1) + " " + builder.length() + " " + builder.substring(2));
        builder.deleteCharAt(1).delete(0, 5).replace(0, 3, "<replaced>");
        System.out.println(builder);
        System.out.println(builder.reverse());
        System.out.println(builder.indexOf("e") + " " + builder.lastIndexOf("e") + " " + builder.indexOf("e", 30) + " " + builder.substring(3, 9));
        builder.setLength(4);
        builder.setCharAt(0, '!');
        builder.setLength(6);
        System.out.println(builder.length() + " " + (int) builder.charAt(5) + " " + builder.substring(0, 4));
        System.out.println(new StringBuilder("ab").compareTo(new StringBuilder("abc")) + " " + "ab".contentEquals(new StringBuilder("ab")) + " " + new StringBuilder("ab").equals(new StringBuilder("ab")));
        StringBuffer buffer = new StringBuffer("buffer");
        buffer.append(1).insert(0, 'x').reverse();
        System.out.println(buffer);
        try {
            builder.insert(99, "x");
        } catch (StringIndexOutOfBoundsException e) {
            System.out.println(e.getMessage());
        }
        try {
            builder.deleteCharAt(-1);
        } catch (StringIndexOutOfBoundsException e) {
            System.out.println(e.getMessage());
        }
        builder.setLength(0);
        for (int i = 0; i < 500; i++) {
            builder.append(i);
        }
        System.out.println(builder.length() + " " + builder.toString().hashCode() + " " + builder.isEmpty());
    }
}
