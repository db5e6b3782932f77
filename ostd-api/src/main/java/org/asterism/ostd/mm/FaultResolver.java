package org.asterism.ostd.mm;

import org.asterism.ostd.effect.FastPath;

/**
 * Makes a missing or protected user page accessible.
 *
 * <p>Called in task context with no lock of OSTD held; may sleep and allocate. OSTD retries the access after
 * {@code true}; a resolver that lies makes the access fault again, it does no other harm.
 */
@FunctionalInterface
public interface FaultResolver {
    /**
     * Resolves a fault.
     *
     * @param address the faulting user address
     * @param access {@link Protection#READ}, {@link Protection#WRITE} or {@link Protection#EXECUTE}
     * @return whether the access may be retried; {@code false} if it is not allowed
     * @throws OutOfMemoryError if there is no memory for the page; the copy then ends short, or with this if nothing was copied
     */
    @FastPath
    boolean resolve(long address, int access);
}
