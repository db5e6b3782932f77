package org.asterism.language.corpus.strings;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** UTF-8, Latin-1 and ASCII bytes, also of what they cannot hold. */
public final class Encodings {
    private Encodings() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        String[] texts = {"", "ascii", "\u00e9\u00ff", "\u20ac\u0100", "\ud83d\ude00", "\ud83d", "a\udc00b", "mixed \u00e9 \u20ac \ud83d\ude00"};
        for (String text : texts) {
            byte[] utf = text.getBytes(StandardCharsets.UTF_8);
            System.out.println(Arrays.toString(utf) + Arrays.toString(text.getBytes(StandardCharsets.ISO_8859_1)) + Arrays.toString(text.getBytes(StandardCharsets.US_ASCII)));
            System.out.println(new String(utf, StandardCharsets.UTF_8).equals(text) + " " + new String(utf, StandardCharsets.ISO_8859_1).length() + " " + new String(utf, StandardCharsets.US_ASCII).hashCode());
        }
        byte[][] broken = {{(byte) 0xc3}, {(byte) 0xff, 'a'}, {(byte) 0xe2, (byte) 0x82}, {(byte) 0xc0, (byte) 0x80}, {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
            {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80}, {'a', (byte) 0xe2, 'b', (byte) 0xf0, (byte) 0x9f, (byte) 0x98}};
        for (byte[] bytes : broken) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            System.out.println(text.length() + " " + text.hashCode());
        }
        System.out.println(new String("abcdef".getBytes(StandardCharsets.UTF_8), 2, 3, StandardCharsets.UTF_8));
    }
}
