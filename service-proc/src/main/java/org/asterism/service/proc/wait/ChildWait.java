package org.asterism.service.proc.wait;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.SignalCodes;
import org.asterism.kernel.abi.Signals;
import org.asterism.kernel.abi.WaitConstants;
import org.asterism.ostd.effect.SlowPath;
import org.asterism.ostd.mm.Allocation;
import org.asterism.ostd.sync.WaitCondition;
import org.asterism.service.proc.process.Process;
import org.asterism.service.proc.process.ProcessTable;
import org.asterism.service.proc.process.ProgramThread;

/** Waits of one thread for news of its process's children. */
public final class ChildWait implements WaitCondition {
    private final ProcessTable table;
    private final ProgramThread thread;
    private final WaitSelection selection;
    private ChildNews news;
    private boolean nobody;

    /**
     * A wait that has not begun.
     *
     * @param table where the relations are
     * @param thread who waits, the current one
     * @param selection for whom and what
     */
    public ChildWait(ProcessTable table, ProgramThread thread, WaitSelection selection) {
        this.table = table;
        this.thread = thread;
        this.selection = selection;
    }

    /**
     * Waits.
     *
     * @return null if there is no news and WNOHANG is set
     * @throws KernelException {@code ECHILD} if no child matches, {@code ERESTARTSYS}
     */
    public ChildNews await() throws KernelException {
        if (selection.has(WaitConstants.WNOHANG)) {
            isSatisfied();
        } else {
            thread.await(thread.process().childEvents(), this);
        }
        if (news == null && nobody) {
            throw KernelException.of(Errno.ECHILD);
        }
        return news;
    }

    @Override
    @SlowPath("wait4(2) and waitid(2) collect a child when they find one")
    public boolean isSatisfied() {
        Process process = thread.process();
        // news that are taken must be told, and a child that is gone makes room
        try (var assured = Allocation.assured(); var held = table.lock().lock()) {
            nobody = true;
            for (Process child : process.children()) {
                if (!selection.includes(child)) {
                    continue;
                }
                nobody = false;
                news = newsOf(child);
                if (news != null) {
                    if (child.isZombie() && !selection.has(WaitConstants.WNOWAIT)) {
                        process.usage().addChild(child);
                        table.reap(child);
                    }
                    return true;
                }
            }
        }
        return nobody;
    }

    private ChildNews newsOf(Process child) {
        boolean consumes = !selection.has(WaitConstants.WNOWAIT);
        int user = child.credentials().realUser();
        if (child.isZombie()) {
            if (!selection.has(WaitConstants.WEXITED)) {
                return null;
            }
            int status = child.waitStatus();
            int signal = WaitConstants.terminatingSignal(status);
            return signal == 0
                    ? new ChildNews(child, user, SignalCodes.CLD_EXITED, WaitConstants.exitCode(status), status)
                    : new ChildNews(child, user, SignalCodes.CLD_KILLED, signal, status);
        }
        if (selection.has(WaitConstants.WSTOPPED)) {
            int signal = child.signals().takeStop(consumes);
            if (signal != 0) {
                return new ChildNews(child, user, SignalCodes.CLD_STOPPED, signal, WaitConstants.stopped(signal));
            }
        }
        if (selection.has(WaitConstants.WCONTINUED) && child.signals().takeContinue(consumes)) {
            return new ChildNews(child, user, SignalCodes.CLD_CONTINUED, Signals.SIGCONT, WaitConstants.CONTINUED);
        }
        return null;
    }
}
