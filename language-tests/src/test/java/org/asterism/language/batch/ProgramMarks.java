package org.asterism.language.batch;

/** The lines around what each program of a batch prints; called by the generated index, on each machine. */
public final class ProgramMarks {
    static final String BEGIN = "#### begin ";
    static final String END = "#### end ";

    private ProgramMarks() {}

    /** Prints that a program starts. */
    public static void begin(String program) {
        System.out.println();
        System.out.println(BEGIN + program);
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
