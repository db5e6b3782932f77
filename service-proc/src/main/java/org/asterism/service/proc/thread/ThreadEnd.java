package org.asterism.service.proc.thread;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.vfs.FileTable;
import org.asterism.kernel.vfs.FilesystemContext;
import org.asterism.ostd.failure.FailureReport;
import org.asterism.ostd.mm.UserMemory;
import org.asterism.ostd.mm.VmSpace;
import org.asterism.service.proc.futex.FutexTable;
import org.asterism.service.proc.futex.RobustList;
import org.asterism.service.proc.process.Process;
import org.asterism.service.proc.process.ProcessEnd;
import org.asterism.service.proc.process.ProcessTable;
import org.asterism.service.proc.process.ProgramImage;
import org.asterism.service.proc.process.ProgramThread;
import org.asterism.service.proc.process.VforkWait;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The end of a thread, and of its process if it was the last. */
@Component(service = ThreadEnd.class)
public final class ThreadEnd {
    private static final byte[] ZERO = new byte[4];

    private final ProcessTable table;
    private final FutexTable futexes;
    private final ProcessEnd processEnd;

    /**
     * Ends threads.
     *
     * @param table forgets them
     * @param futexes tells those who wait for them
     */
    @Activate
    public ThreadEnd(@Reference ProcessTable table, @Reference FutexTable futexes) {
        this.table = table;
        this.futexes = futexes;
        this.processEnd = new ProcessEnd(table);
    }

    /**
     * Gives up what the thread has. The last thing its task does.
     *
     * @param thread the current one
     */
    public void finish(ProgramThread thread) {
        thread.scheduling().hurry();
        Process process = thread.process();
        if (process.image() != null) {
            try {
                leaveMemory(thread);
            } catch (OutOfMemoryError noFrame) {
                // a page of the program that could not be brought in: whoever waits for a word in it waits on
                thread.calls().setRobustList(0);
            }
        }
        FileTable files = thread.files();
        thread.setFiles(null);
        if (files != null) {
            giveUp(files::release);
        }
        FilesystemContext filesystem = thread.filesystem();
        thread.setFilesystem(null);
        if (filesystem != null) {
            giveUp(filesystem::release);
        }
        VmSpace.deactivate();
        if (!table.removeThread(thread)) {
            return;
        }
        ProgramImage image = process.replaceImage(null);
        if (image != null) {
            process.usage().noteResident(image.space().residentBytes());
            giveUp(image::release);
        }
        completeVfork(process);
        processEnd.finish(process);
    }

    /** Whatever files and mappings of others do when they are given up: the thread ends, and who waits for it is told. */
    private static void giveUp(Runnable last) {
        try {
            last.run();
        } catch (RuntimeException | Error failure) {
            FailureReport.contain("the end of a thread", failure);
        }
    }

    /**
     * Does what is due before a thread stops using its memory: at its end, and at execve(2).
     *
     * @param thread the current one, its memory active
     */
    void leaveMemory(ProgramThread thread) {
        if (thread.calls().robustList() != 0) {
            new RobustList(futexes, thread).release();
            thread.calls().setRobustList(0);
        }
        long address = thread.calls().clearOnExit();
        thread.calls().setClearOnExit(0);
        Process process = thread.process();
        boolean watched = process.threadArray().length > 1 || process.sharesMemory();
        if (address != 0 && watched && UserMemory.write(address, ZERO, 0, ZERO.length) == ZERO.length) {
            try {
                futexes.wake(thread.addressSpace(), address, false, 1, FutexTable.ALL_BITS);
            } catch (KernelException e) {
                // a misaligned word: nobody can wait for it
                return;
            }
        }
    }

    /**
     * Lets a parent that waits in vfork(2) go on.
     *
     * @param process its child
     */
    static void completeVfork(Process process) {
        VforkWait wait = process.vforkWait();
        if (wait != null) {
            process.setVforkWait(null);
            wait.complete();
        }
    }
}
