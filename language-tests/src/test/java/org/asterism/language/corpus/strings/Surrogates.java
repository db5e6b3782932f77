package org.asterism.language.corpus.strings;

/** Characters beyond the basic plane take two chars. */
public final class Surrogates {
    private Surrogates() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        String text = "a\ud83d\ude00b\ud801\udc00";
        System.out.println(text.length() + " " + text.codePointCount(0, text.length()) + " " + text.codePointAt(1) + " " + text.codePointAt(2) + " " + text.codePointBefore(3));
        System.out.println(text.offsetByCodePoints(0, 3) + " " + Character.charCount(0x1f600) + " " + Character.isSurrogate(text.charAt(1)) + " " + Character.toChars(0x10400).length);
        StringBuilder builder = new StringBuilder(text).reverse();
        System.out.println(builder.codePointAt(0) + " " + builder.codePointAt(2) + " " + builder.codePointAt(3));
        builder.appendCodePoint(0x1f601).appendCodePoint('z');
        System.out.println(builder.length() + " " + builder.codePointCount(0, builder.length()));
        text.codePoints().forEach(point -> System.out.println(Integer.toHexString(point)));
        String lone = "\ud83dx\ude00";
        System.out.println(lone.length() + " " + lone.codePointAt(0) + " " + lone.codePointCount(0, 3) + " " + new StringBuilder(lone).reverse().codePointAt(0));
        System.out.println(text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length + " " + lone.getBytes(java.nio.charset.StandardCharsets.UTF_8).length);
        System.out.println(Character.toCodePoint('\ud83d', '\ude00') + " " + Character.isLetter(0x10400) + " " + Character.toLowerCase(0x10400) + " " + Character.getNumericValue('\u0665'));
    }
}
