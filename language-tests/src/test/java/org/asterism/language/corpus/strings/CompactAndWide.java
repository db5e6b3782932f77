package org.asterism.language.corpus.strings;

/** Strings of Latin-1 and of UTF-16 characters, and what happens where they meet. */
public final class CompactAndWide {
    private CompactAndWide() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        String latin = "na\u00efve \u00ff";
        String wide = "\u0100\u20ac\uffff";
        System.out.println(latin.length() + " " + wide.length() + " " + (latin + wide).length() + " " + (int) (latin + wide).charAt(9));
        System.out.println((latin + wide).substring(0, 7).equals(latin) + " " + (latin + wide).substring(7).equals(wide) + " " + latin.compareTo(wide) + " " + wide.compareTo(latin));
        System.out.println(latin.hashCode() + " " + wide.hashCode() + " " + (wide + latin).hashCode() + " " + (wide + latin).substring(3).hashCode());
        System.out.println((wide + latin).indexOf('\u00ff') + " " + (wide + latin).indexOf("ve") + " " + latin.indexOf(wide) + " " + wide.indexOf('\u00ff'));
        StringBuilder builder = new StringBuilder("abc");
        builder.append('\u20ac').setLength(3);
        System.out.println(builder + " " + builder.length() + " " + builder.toString().equals("abc"));
        builder.setCharAt(1, '\u4e2d');
        System.out.println((int) builder.charAt(1) + " " + builder.reverse().length() + " " + builder.indexOf("\u4e2d"));
        System.out.println(wide.replace('\u0100', 'a').replace('\u20ac', 'b').replace('\uffff', 'c').equals("abc"));
        System.out.println("abc".replace('b', '\u20ac').equals("a\u20acc") + " " + "\u20ac".equals("\u00ac") + " " + "ab".equals("\u6261"));
        char[] characters = {'x', '\u0394', 'y'};
        System.out.println(new String(characters, 0, 1) + new String(characters, 2, 1) + String.valueOf(characters).charAt(1));
    }
}
