package org.asterism.service.proc.wait;

import org.asterism.kernel.abi.Signals;
import org.asterism.kernel.abi.WaitConstants;
import org.asterism.service.proc.process.Process;

/**
 * Which children, and which news of them.
 *
 * @param process a process id, 0 for any
 * @param group a process group id, 0 for any
 * @param options {@link WaitConstants}
 */
public record WaitSelection(int process, int group, int options) {
    /**
     * Tells whether an option is set.
     *
     * @param option one of {@link WaitConstants}
     * @return whether it is
     */
    public boolean has(int option) {
        return (options & option) != 0;
    }

    boolean includes(Process child) {
        if (process != 0 && child.id() != process || group != 0 && child.group().id() != group) {
            return false;
        }
        boolean isClone = child.exitSignal() != Signals.SIGCHLD;
        return has(WaitConstants.WALL) || isClone == has(WaitConstants.WCLONE);
    }
}
