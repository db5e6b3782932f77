package org.asterism.language.batch;

/** The lines around what each program of a batch prints; called by the generated index, on each machine. */
public final class ProgramMarks {
    static final String BEGIN = "#### begin ";
    static final String END = "#### end ";

    private static String wanted = "";

    private ProgramMarks() {}

    /** Has only programs run whose names begin so. */
    static void want(String beginning) {
        wanted = beginning;
    }

    /** Prints that a program starts; false if it is not wanted. */
    public static boolean begin(String program) {
        if (!program.startsWith(wanted)) {
            return false;
        }
        System.out.println();
        System.out.println(BEGIN + program);
        return true;
    }

    /** Prints what escaped from a program; null for nothing. */
    public static void end(String program, Throwable escaped) {
        if (escaped != null) {
            System.out.println("escaped: " + escaped);
        }
        System.out.println();
        System.out.println(END + program);
    }
}
