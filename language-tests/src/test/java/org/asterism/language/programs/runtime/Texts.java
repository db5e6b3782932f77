package org.asterism.language.programs.runtime;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.StringJoiner;

/** Strings: encodings, case, search, numbers and their text. */
public final class Texts {
    private Texts() {}

    /** Runs. */
    public static void main(String[] arguments) {
        String mixed = "Grüße, Ωmega 😀 ßẞ İı ΑΣ end";
        System.out.println(Arrays.toString(mixed.getBytes(StandardCharsets.UTF_8)));
        System.out.println(Arrays.toString(mixed.getBytes(StandardCharsets.ISO_8859_1)));
        System.out.println(Arrays.toString(mixed.getBytes(StandardCharsets.US_ASCII)));
        System.out.println(new String(mixed.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).equals(mixed));
        System.out.println(new String(new byte[] {72, (byte) 0xFF, (byte) 0xC3, 40, (byte) 0xE2, (byte) 0x82}, StandardCharsets.UTF_8));
        System.out.println(mixed.toUpperCase() + " " + mixed.toLowerCase() + " " + mixed.length() + " " + mixed.codePointCount(0, mixed.length()));
        System.out.println(Charset.forName("utf-8") + " " + Charset.defaultCharset());
        System.out.println(mixed.indexOf("Ω") + " " + mixed.lastIndexOf('e') + " " + mixed.contains("end") + " " + mixed.replace("e", "--") + " " + "  trim me ".strip() + "|");
        StringJoiner joiner = new StringJoiner(", ", "[", "]");
        for (String part : "a b c".split(" ")) {
            joiner.add(part.repeat(3));
        }
        System.out.println(joiner + " " + String.join("/", "x", "y", "z"));
        System.out.println(Long.MIN_VALUE + " " + Integer.toHexString(-1) + " " + Long.parseLong("-9223372036854775808") + " " + Integer.parseInt("7fff", 16));
        System.out.println(0.1 + 0.2 + " " + 1.0e10 + " " + 100.0f / 3 + " " + Double.MIN_VALUE + " " + Float.MAX_VALUE + " " + (0.0 / 0.0) + " " + -1.0 / 0.0);
        System.out.println(Double.parseDouble("1.7976931348623157e308") + " " + Double.toString(123456789.125) + " " + (int) 3.99e9 + " " + (long) -2.5);
        for (String bad : new String[] {"", "x", "99999999999", "-"}) {
            try {
                System.out.println(Integer.parseInt(bad));
            } catch (NumberFormatException refused) {
                System.out.println(refused.getMessage());
            }
        }
        try {
            System.out.println("abc".charAt(5));
        } catch (StringIndexOutOfBoundsException refused) {
            System.out.println(refused.getMessage());
        }
        try {
            System.out.println("abc".substring(2, 1));
        } catch (StringIndexOutOfBoundsException refused) {
            System.out.println(refused.getMessage());
        }
        System.out.println("hash " + mixed.hashCode() + " " + "é".compareTo("z") + " " + "ABC".equalsIgnoreCase("aBc"));
    }
}
