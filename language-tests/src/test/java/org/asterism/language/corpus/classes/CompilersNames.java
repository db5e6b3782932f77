package org.asterism.language.corpus.classes;

/** Fields under names that javac gives to its own, but that are none of these. */
public final class CompilersNames {
    private static final long $VALUES = "forged".length() * 0x1001L;
    private static final String $assertionsDisabled = String.valueOf(new char[] {'k', 'e', 'p', 't'});

    private static final class Text {
        static final String $VALUES = String.valueOf(new char[] {'t', 'e', 'x', 't'});
        static final long $assertionsDisabled = "long".length() * 0x1_0000_0000L;
    }

    private static final class Instance {
        final Object $VALUES = "instance";
        final boolean $assertionsDisabled;

        Instance(boolean disabled) {
            $assertionsDisabled = disabled;
        }
    }

    /** Looks like the question whether assertions are off, but is asked of something else. */
    private static final class Compared {
        static final String NAME = String.valueOf(new char[] {'n', 'a', 'm', 'e'});
        static final boolean $assertionsDisabled = !NAME.equals("name");
        static final int NUMBER;

        static {
            int number;
            try {
                number = Integer.parseInt(NAME);
            } catch (NumberFormatException e) {
                number = -1;
            }
            NUMBER = number;
        }
    }

    private CompilersNames() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        System.out.println($VALUES + " " + CompilersNames.class.getEnumConstants());
        System.out.println(Text.$VALUES + " " + Text.class.getEnumConstants());
        System.out.println($assertionsDisabled + " " + Text.$assertionsDisabled);
        System.out.println(Compared.$assertionsDisabled + " " + Compared.NUMBER);
        Instance one = new Instance(false);
        System.out.println(one.$VALUES + " " + one.$assertionsDisabled + " " + one.getClass().getEnumConstants());
    }
}
