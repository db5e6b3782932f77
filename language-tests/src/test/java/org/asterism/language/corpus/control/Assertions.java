package org.asterism.language.corpus.control;

/** Assertions are off. */
public final class Assertions {
    private Assertions() {}

    private static boolean fail() {
        throw new IllegalStateException("evaluated");
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        assert fail();
        assert fail() : "message " + fail();
        System.out.println("assertions are off");
        boolean on = false;
        assert on = true;
        System.out.println(on);
    }
}
