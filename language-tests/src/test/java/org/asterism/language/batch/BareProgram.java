package org.asterism.language.batch;

import org.asterism.ostd.program.KernelHost;
import org.asterism.ostd.program.ProgramHost;
import org.asterism.ostd.program.ProgramThreads;

/** The beginning and end of a batch on a bare machine; called by the generated index. */
public final class BareProgram {
    private BareProgram() {}

    /** Gives the program streams and threads. */
    public static void begin() {
        ProgramHost.install(new KernelHost());
    }

    /** Waits for threads that are still there, and switches the machine off. */
    public static void end() {
        ProgramThreads.awaitAll();
        ProgramHost.current().exit(0);
    }
}
