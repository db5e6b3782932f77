package org.asterism.language.corpus.strings;

/** String.valueOf and toString of every type, and back. */
public final class ValuesOf {
    private ValuesOf() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        System.out.println(String.valueOf(1) + String.valueOf('c') + String.valueOf(2L) + String.valueOf(1.5f) + String.valueOf(2.5) + String.valueOf(true));
        System.out.println(String.valueOf(new char[] {'a', 'b'}) + String.valueOf(new char[] {'a', 'b', 'c'}, 1, 2) + String.copyValueOf(new char[] {'z'}));
        System.out.println(String.valueOf((Object) null) + Integer.toString(-5) + Long.toString(7) + Boolean.toString(false) + Character.toString('q') + Character.toString(0x20ac).length());
        for (int i = 1, n = 0; n < 12; i = i * -10 + 3, n++) {
            System.out.println(i + " " + Integer.toString(i).length() + " " + (long) i * i + " " + Integer.valueOf(String.valueOf(i)).equals(i));
        }
        for (long l = 1; l < Long.MAX_VALUE / 10; l = l * 10 - 1) {
            System.out.println(-l + " " + Long.parseLong(Long.toString(-l)));
        }
        System.out.println(Boolean.parseBoolean("TRUE") + " " + Boolean.parseBoolean("yes") + " " + Boolean.valueOf("true") + " " + Boolean.hashCode(true) + " " + Boolean.compare(false, true));
        System.out.println(Character.getNumericValue('z') + " " + Character.digit('f', 16) + " " + Character.forDigit(11, 16) + " " + (int) Character.valueOf('a'));
    }
}
