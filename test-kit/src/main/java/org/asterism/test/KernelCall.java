package org.asterism.test;

import org.asterism.kernel.KernelException;

/**
 * Something that a kernel does and that may fail with an error number.
 *
 * @param <T> what it returns
 */
@FunctionalInterface
public interface KernelCall<T> {
    /**
     * Does it.
     *
     * @return the result
     * @throws KernelException the error
     */
    T run() throws KernelException;
}
