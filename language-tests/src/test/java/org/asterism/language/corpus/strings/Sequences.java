package org.asterism.language.corpus.strings;

/** CharSequence by its implementations. */
public final class Sequences {
    private Sequences() {}

    private static final class Countdown implements CharSequence {
        @Override
        public int length() {
            return 5;
        }

        @Override
        public char charAt(int index) {
            return (char) ('5' - index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return toString().substring(start, end);
        }

        @Override
        public String toString() {
            return "54321";
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        CharSequence[] sequences = {"text", new StringBuilder("built"), new StringBuffer("buffered"), new Countdown()};
        for (CharSequence sequence : sequences) {
            System.out.println(sequence.length() + " " + sequence.charAt(1) + " " + sequence.subSequence(1, 3) + " " + sequence + " " + sequence.chars().sum() + " " + sequence.isEmpty());
        }
        System.out.println(CharSequence.compare("54321", new Countdown()) + " " + "54321".contentEquals(new Countdown()) + " " + "x54321".contains(new Countdown()));
        System.out.println(new StringBuilder().append(new Countdown()).append(new Countdown(), 1, 3).insert(0, new Countdown()));
        System.out.println(String.join("/", sequences));
    }
}
