package org.asterism.service.proc.process;

import org.asterism.kernel.abi.Errno;

/**
 * A system call that a signal interrupted.
 *
 * @param kind which of the kernel-internal ERESTART… errors it returned
 * @param number its number
 * @param firstArgument its first argument, whose register may hold the result by now
 */
public record InterruptedCall(Errno kind, long number, long firstArgument) {
}
