package org.asterism.aot.programs.runtime;

/** Programs that keep little alive, so that a collection can follow every few allocations, one after the other in one image. */
public final class StressedPrograms {
    private StressedPrograms() {}

    /** Runs. */
    public static void main(String[] arguments) throws InterruptedException {
        ArrayCopies.main(arguments);
        Texts.main(arguments);
        Collections.main(arguments);
        ClassInitializers.main(arguments);
        Monitors.main(arguments);
        Locks.main(arguments);
        References.main(arguments);
        HeapChurn.main(arguments);
    }
}
