package org.asterism.aot.programs;

import java.util.regex.Pattern;

/** A program that no kernel image can hold. */
public final class RefusedProgram {
    private RefusedProgram() {
    }

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        formats();
        System.out.println(Pattern.compile("a*").matcher("aaa").matches());
        System.out.println(new java.io.File("x").exists());
        counts();
        org.asterism.ostd.unsafe.Address.fence();
    }

    private static void formats() {
        System.out.println(String.format("%d", 1));
    }

    private static native void counts();
}
