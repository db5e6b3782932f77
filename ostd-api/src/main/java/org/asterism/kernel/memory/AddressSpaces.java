package org.asterism.kernel.memory;

import org.asterism.kernel.KernelException;

/** Makes user address spaces: the service of the memory bundle. */
public interface AddressSpaces {
    /**
     * Makes an empty address space with one owner.
     *
     * @return never null
     * @throws KernelException {@code ENOMEM}
     */
    AddressSpace create() throws KernelException;
}
