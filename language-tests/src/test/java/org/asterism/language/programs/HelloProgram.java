package org.asterism.language.programs;

/** The smallest program. */
public final class HelloProgram {
    private HelloProgram() {
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        System.out.println("hello, " + arguments.length);
    }
}
