package org.asterism.language.corpus.switches;

/** Switches on constants, whose other labels are reached by falling into them alone, or not at all. */
@SuppressWarnings("fallthrough")
public final class DecidedSwitches {
    private DecidedSwitches() {}

    /** javac makes a {@code lookupswitch} of it. */
    private static int intoDefault() {
        int sum = 1;
        switch (0) {
            case 0:
                sum += 10;
            default:
                sum *= 2;
        }
        return sum;
    }

    /** And a {@code tableswitch} of this. */
    private static int intoCase() {
        final int key = 2;
        int sum = 1;
        switch (key) {
            case 1:
                sum += 100;
            case 2:
                sum += 10;
            case 3:
                sum *= 2;
            case 4:
                sum *= 3;
                break;
            default:
                sum = 0;
        }
        return sum;
    }

    private static int behindAll() {
        int sum = 1;
        switch (7) {
            case 1:
                sum += 100;
            case 2:
                sum += 10;
        }
        return sum;
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        System.out.println(intoDefault() + " " + intoCase() + " " + behindAll());
    }
}
