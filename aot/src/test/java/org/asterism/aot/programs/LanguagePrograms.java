package org.asterism.aot.programs;

/** All programs of the kernel profile in one image, because a batch compiles much faster. */
public final class LanguagePrograms {
    private LanguagePrograms() {
    }

    /** Runs them. */
    public static void main(String[] arguments) throws Exception {
        HelloProgram.main(arguments);
        ArithmeticProgram.main(arguments);
        ExceptionsProgram.main(arguments);
        LanguageProgram.main(arguments);
        CollectionsProgram.main(arguments);
    }
}
