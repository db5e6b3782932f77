package org.asterism.language.corpus.strings;

/** Operands of a concatenation are evaluated once, from left to right, and turned to text in that order. */
public final class ConcatenationOrder {
    private ConcatenationOrder() {}

    private static int counter;

    private static final class Counted {
        private int seen;

        @Override
        public String toString() {
            seen++;
            return "C" + seen + "@" + counter++;
        }
    }

    private static int next() {
        return counter++;
    }

    private static String fail() {
        throw new IllegalStateException("failed at " + counter);
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        Counted counted = new Counted();
        System.out.println("" + next() + counted + next() + counted + next());
        try {
            System.out.println("" + counted + next() + fail() + next());
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage() + " " + counter);
        }
        String[] texts = {"a", "b"};
        int i = 0;
        texts[i++] += texts[i] + i++;
        System.out.println(texts[0] + texts[1] + i);
        String text = "x";
        text += text + (text = "y") + text;
        System.out.println(text);
        System.out.println(i++ + i++ + "" + i++ + i++);
    }
}
