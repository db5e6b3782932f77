package org.asterism.service.fs.procfs;

import org.asterism.kernel.KernelException;

/** Makes the text of a file. */
@FunctionalInterface
interface Content {
    byte[] make() throws KernelException;
}
