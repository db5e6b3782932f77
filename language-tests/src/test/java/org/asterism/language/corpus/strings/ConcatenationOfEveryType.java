package org.asterism.language.corpus.strings;

/** The + of strings with a value of every type. */
public final class ConcatenationOfEveryType {
    private ConcatenationOfEveryType() {}

    private static final int ANSWER = 42;

    private enum Colour { RED }

    private record Point(int x, int y) {}

    /** Runs it. */
    public static void main(String[] arguments) {
        byte b = -1;
        short s = -2;
        char c = 'c';
        int i = Integer.MIN_VALUE;
        long l = Long.MIN_VALUE;
        float f = 1.5f;
        double d = -0.0;
        boolean z = true;
        Object o = null;
        String t = null;
        char[] characters = {'o', 'k'};
        System.out.println("b" + b + "s" + s + "c" + c + "i" + i + "l" + l + "f" + f + "d" + d + "z" + z + "o" + o + "t" + t);
        System.out.println(b + s + "" + c + i + "" + l + f + "" + d + z + "");
        System.out.println("" + Colour.RED + new Point(1, -2) + Integer.valueOf(7) + Character.valueOf('q') + Boolean.FALSE + Long.valueOf(-9) + 1e10f);
        System.out.println("" + new StringBuilder("builder") + String.valueOf(characters) + ANSWER + 'x' + 3L + null);
        System.out.println(c + "" + c + (c + c) + (char) (c + 1));
        String text = "a";
        text += 1;
        text += 'b';
        text += 2.5;
        text += null;
        text += characters.length;
        text = 1 + text + 1;
        System.out.println(text);
        System.out.println("\u0001" + b + "\u0002" + s);
    }
}
