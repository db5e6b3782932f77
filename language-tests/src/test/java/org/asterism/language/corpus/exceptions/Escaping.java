package org.asterism.language.corpus.exceptions;

/** What escapes main is printed by whoever runs it. */
public final class Escaping {
    private Escaping() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        System.out.println("before");
        int[] array = new int[arguments.length];
        array[2] = 1;
        System.out.println("after");
    }
}
