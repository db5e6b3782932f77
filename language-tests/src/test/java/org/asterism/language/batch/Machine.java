package org.asterism.language.batch;

import java.util.ArrayList;
import java.util.List;
import org.asterism.aot.CompilationRequest.BundleInput;
import org.asterism.aot.target.Target;
import org.asterism.ostd.heap.ObjectHeap;
import org.asterism.ostd.linux.LinuxProcess;
import org.asterism.ostd.program.ProgramHost;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.x86.X86PageTableFormat;

/** What batches are compiled for. */
enum Machine {
    LINUX_PROCESS(Target.LINUX_X86_64, "org.asterism.ostd.impl.linux", LinuxProcess.class, "main"),
    BARE_X86_64(Target.BARE_X86_64.initializingProgramsOnUse(), "org.asterism.ostd.impl.x86", X86PageTableFormat.class, "bareMain");

    private final Target target;
    private final String bundle;
    private final Class<?> inBundle;
    private final String main;

    Machine(Target target, String bundle, Class<?> inBundle, String main) {
        this.target = target;
        this.bundle = bundle;
        this.inBundle = inBundle;
        this.main = main;
    }

    Target target() {
        return target;
    }

    /** The method of the index that is the program of an image. */
    String main() {
        return BatchIndex.CLASS + "." + main;
    }

    /** OSTD on this machine. */
    List<BundleInput> bundles() {
        return new ArrayList<>(List.of(
                BundleInput.holding(Task.class, "org.asterism.ostd.api", false),
                BundleInput.holding(ObjectHeap.class, "org.asterism.ostd.core", true),
                BundleInput.holding(ProgramHost.class, "org.asterism.ostd.program", true),
                BundleInput.holding(inBundle, bundle, true)));
    }
}
