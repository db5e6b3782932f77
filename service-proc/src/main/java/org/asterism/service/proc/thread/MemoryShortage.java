package org.asterism.service.proc.thread;

import org.asterism.kernel.abi.Signals;
import org.asterism.kernel.memory.AddressSpace;
import org.asterism.ostd.log.Log;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.time.Clock;
import org.asterism.service.proc.process.Process;
import org.asterism.service.proc.process.ProcessTable;
import org.asterism.service.proc.process.ProgramImage;
import org.asterism.service.proc.process.ProgramThread;

/**
 * Makes room when a program touches a page and there is no frame for it: the process that has most is killed, the others try again once
 * it has ended. Process 1 is spared as long as there is another. What is mapped of files does not count, unlike on Linux (mm/oom_kill.c): it
 * stays in memory when its process ends, and would have a shell killed for what a smaller program has taken.
 */
final class MemoryShortage {
    private static final long RETRY_NANOS = 5_000_000;

    private final ProcessTable table;

    MemoryShortage(ProcessTable table) {
        this.table = table;
    }

    /**
     * Returns when the page should be tried again, or the thread is ending.
     *
     * @param thread the current one
     */
    void relieve(ProgramThread thread) {
        Process victim = thread.process();
        long most = ownBytes(victim);
        for (Process process : table.all()) {
            long bytes = ownBytes(process);
            if (bytes == 0 || process.id() == ProcessTable.INIT) {
                continue;
            }
            if (process.signals().isEnding()) {
                waitForOthers(); // what it has will be free soon
                return;
            }
            if (bytes > most || victim.id() == ProcessTable.INIT) {
                victim = process;
                most = bytes;
            }
        }
        kill(victim);
        if (victim != thread.process()) {
            waitForOthers();
        }
    }

    /** Ends a process that cannot go on without the page. */
    static void kill(Process process) {
        long kibibytes = ownBytes(process) >> 10;
        if (process.signals().beginEnd(Signals.SIGKILL)) {
            Log.warning("out of memory: killed " + process + ", which had " + kibibytes + " KiB");
        }
    }

    private static void waitForOthers() {
        Task.parkUntil(Clock.monotonicNanos() + RETRY_NANOS);
    }

    private static long ownBytes(Process process) {
        ProgramImage image = process.image();
        AddressSpace space = image == null ? null : image.space();
        return space == null ? 0 : space.ownBytes();
    }
}
