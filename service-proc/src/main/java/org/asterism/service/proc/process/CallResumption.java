package org.asterism.service.proc.process;

import org.asterism.kernel.KernelException;

/** The rest of an interrupted system call that knows how much time is left. */
@FunctionalInterface
public interface CallResumption {
    /**
     * Goes on.
     *
     * @param thread the current one
     * @return the call's result
     * @throws KernelException as the call
     */
    long resume(ProgramThread thread) throws KernelException;
}
