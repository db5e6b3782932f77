package org.asterism.language.corpus.switches;

/** Switches on byte, short, char and their boxes. */
public final class SmallTypes {
    private SmallTypes() {}

    private static String of(byte key) {
        return switch (key) {
            case -128 -> "least";
            case 127 -> "most";
            case 'a' -> "letter";
            default -> "byte";
        };
    }

    private static String of(char key) {
        switch (key) {
            case 'x':
                return "ex";
            case '\u20ac':
                return "euro";
            case '\uffff':
                return "last";
            default:
                return "char";
        }
    }

    private static int of(Integer key) {
        return switch (key) {
            case 1 -> 10;
            case 1000 -> 20;
            default -> 30;
        };
    }

    private static String of(Character key) {
        return switch (key) {
            case 'q' -> "boxed q";
            default -> "boxed";
        };
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        System.out.println(of((byte) -128) + of((byte) 127) + of((byte) 97) + of((byte) 0));
        System.out.println(of('x') + of('\u20ac') + of('\uffff') + of('y'));
        System.out.println(of(1) + of(Integer.valueOf(1000)) + of(2) + " " + of(Character.valueOf('q')) + of(Character.valueOf('r')));
        short s = (short) 40000;
        switch (s) {
            case -25536 -> System.out.println("wrapped");
            default -> System.out.println("not");
        }
        try {
            System.out.println(of((Integer) null));
        } catch (NullPointerException e) {
            System.out.println("null");
        }
    }
}
