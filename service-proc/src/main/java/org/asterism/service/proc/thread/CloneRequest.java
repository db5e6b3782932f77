package org.asterism.service.proc.thread;

import org.asterism.kernel.abi.CloneFlags;

/**
 * What clone(2) is asked for.
 *
 * @param flags {@link CloneFlags}, without the exit signal
 * @param exitSignal tells the parent of the end; 0 for none
 * @param stack the child's stack pointer; 0 to keep the parent's
 * @param threadPointer for CLONE_SETTLS
 * @param parentId where to store the child's id in the parent's memory
 * @param childId where to store or clear the id in the child's memory
 */
public record CloneRequest(long flags, int exitSignal, long stack, long threadPointer, long parentId, long childId) {
    /**
     * Tells whether a flag is set.
     *
     * @param flag one of {@link CloneFlags}
     * @return whether it is
     */
    public boolean has(long flag) {
        return (flags & flag) != 0;
    }
}
