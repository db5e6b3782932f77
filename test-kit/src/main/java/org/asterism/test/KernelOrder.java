package org.asterism.test;

import org.asterism.kernel.KernelException;

/** Something that a kernel does, that returns nothing and may fail with an error number. */
@FunctionalInterface
public interface KernelOrder {
    /**
     * Does it.
     *
     * @throws KernelException the error
     */
    void run() throws KernelException;
}
