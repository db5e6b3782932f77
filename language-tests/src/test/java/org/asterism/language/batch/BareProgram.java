package org.asterism.language.batch;

import org.asterism.ostd.boot.BootInfo;
import org.asterism.ostd.program.KernelHost;
import org.asterism.ostd.program.ProgramHost;
import org.asterism.ostd.program.ProgramThreads;

/** The beginning and end of a batch on a bare machine; called by the generated index. */
public final class BareProgram {
    private BareProgram() {}

    /** Gives the programs streams and threads; {@code programs=BEGINNING} on the command line has only those run whose names begin so. */
    public static void begin() {
        ProgramHost.install(new KernelHost());
        String wanted = BootInfo.option("programs");
        if (wanted != null) {
            ProgramMarks.want(wanted);
        }
    }

    /** Waits for threads that are still there, and switches the machine off. */
    public static void end() {
        ProgramThreads.awaitAll();
        ProgramHost.current().exit(0);
    }
}
