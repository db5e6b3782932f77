package org.asterism.ostd.runtime;

import org.asterism.ostd.unsafe.AssemblySymbol;
import org.asterism.ostd.unsafe.ObjectReference;

/** The program of this image: the {@code main} method that was given to the compiler as its root. */
public final class Program {
    private Program() {}

    /** Emitted by the compiler: calls the root with no arguments, and returns the exception that left it, or 0. */
    @AssemblySymbol("asterism_program")
    private static native long call();

    /**
     * Runs it in the current task.
     *
     * @return what it threw, or null
     */
    public static Throwable run() {
        // SAFETY: the compiled root returns null or a throwable.
        return (Throwable) ObjectReference.fromAddress(call());
    }
}
