package org.asterism.service.proc.thread;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.AlternateStack;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.ResourceConstants;
import org.asterism.kernel.abi.UserAbi;
import org.asterism.kernel.vfs.FileTable;
import org.asterism.ostd.boot.BootInfo;
import org.asterism.ostd.mm.Allocation;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.user.UserContext;
import org.asterism.service.proc.loader.LoadedProgram;
import org.asterism.service.proc.loader.ProgramLoader;
import org.asterism.service.proc.loader.ProgramRequest;
import org.asterism.service.proc.loader.StringList;
import org.asterism.service.proc.process.Process;
import org.asterism.service.proc.process.ProcessSignals;
import org.asterism.service.proc.process.ProcessTable;
import org.asterism.service.proc.process.ProcessTimers;
import org.asterism.service.proc.process.ProgramImage;
import org.asterism.service.proc.process.ProgramThread;
import org.asterism.service.proc.signal.SignalActions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Replaces the program of the current process: execve(2). */
@Component(service = ProgramStart.class)
public final class ProgramStart {
    private final ProgramLoader loader;
    private final ProcessTable table;
    private final ThreadEnd threadEnd;
    private final UserAbi abi;

    /**
     * Starts programs.
     *
     * @param loader makes the new memory
     * @param table knows who has which id
     * @param threadEnd leaves the old memory
     */
    @Activate
    public ProgramStart(@Reference ProgramLoader loader, @Reference ProcessTable table, @Reference ThreadEnd threadEnd) {
        this.loader = loader;
        this.table = table;
        this.threadEnd = threadEnd;
        this.abi = UserAbi.of(BootInfo.architecture());
    }

    /**
     * Runs another program in the current process, from its first instruction on.
     *
     * @param thread the current one; the others end
     * @param path the program
     * @param name what the caller called it
     * @param arguments {@code argv}; without one, an empty string is passed
     * @param environment {@code envp}
     * @throws KernelException as execve(2); the old program goes on then
     */
    public void execute(ProgramThread thread, String path, String name, StringList arguments,
            StringList environment) throws KernelException {
        Process process = thread.process();
        StringList passed = arguments.count() == 0 ? new StringList().add("") : arguments;
        LoadedProgram program = loader.load(new ProgramRequest(thread.filesystem(), thread.credentials(), path, name,
                passed, environment, process.softLimit(ResourceConstants.RLIMIT_STACK)));
        FileTable own = null;
        boolean taken = false;
        try {
            UserContext context = UserContext.create();
            SignalActions actions = process.signals().actions().withoutHandlers();
            own = thread.sharesFiles() ? thread.files().copy() : null;
            Allocation.commit();
            endOtherThreads(thread);
            abi.startProgram(context, program.entry(), program.stackPointer());
            taken = true;
            replaceMemory(thread, program.image());
            thread.setContext(context);
            resetSignals(thread, actions);
        } finally {
            if (!taken) {
                program.image().release();
                if (own != null) {
                    own.release();
                }
            }
        }
        ProcessTimers timers = process.timers();
        if (timers != null) {
            timers.deletePosixTimers();
        }
        thread.setCommand(program.name());
        process.attributes().setDumpable(true);
        process.noteExecuted();
        // what others can notice comes last: they may act on it at once
        closeFiles(thread, own);
        ThreadEnd.completeVfork(process);
    }

    private void endOtherThreads(ProgramThread thread) throws KernelException {
        Process process = thread.process();
        ProcessSignals signals = process.signals();
        try (var held = signals.lock().lock()) {
            if (signals.isEnding() || thread.signals().isCondemned()) {
                throw KernelException.of(Errno.EINTR);
            }
            for (ProgramThread other : process.threadArray()) {
                if (other != thread) {
                    other.signals().condemn();
                }
            }
        }
        process.threadEvents().await(() -> process.threadArray().length == 1, thread::isEnding, Task.NO_DEADLINE);
        if (thread.isEnding()) {
            throw KernelException.of(Errno.EINTR);
        }
        table.makeLeader(thread);
    }

    private void replaceMemory(ProgramThread thread, ProgramImage image) {
        Process process = thread.process();
        if (process.image() != null) {
            threadEnd.leaveMemory(thread);
            process.usage().noteResident(process.image().space().residentBytes());
        }
        image.space().activate();
        ProgramImage before = process.replaceImage(image);
        process.setSharesMemory(false);
        if (before != null) {
            before.release();
        }
    }

    private static void resetSignals(ProgramThread thread, SignalActions actions) {
        ProcessSignals signals = thread.process().signals();
        try (var held = signals.lock().lock()) {
            signals.replaceActions(actions);
            thread.signals().recompute();
        }
        thread.signals().setAlternateStack(AlternateStack.NONE);
        thread.calls().setResumption(null);
    }

    /** Leaves shared files for the thread's own copy, if there is one, and closes what is to be closed. */
    private static void closeFiles(ProgramThread thread, FileTable own) {
        if (own != null) {
            FileTable shared = thread.files();
            thread.setFiles(own);
            thread.setSharesFiles(false);
            shared.release();
        }
        thread.files().closeForExec();
    }
}
