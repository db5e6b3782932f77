package org.asterism.aot.programs.runtime;

/** Programs that fill the heap, one after the other in one image. */
public final class LargePrograms {
    private LargePrograms() {}

    /** Runs. */
    public static void main(String[] arguments) {
        LongChains.main(arguments);
        Exhaustion.main(arguments);
    }
}
