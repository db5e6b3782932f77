package org.asterism.service.fs.procfs;

import org.asterism.kernel.KernelException;

/** Takes what is written to a file. */
@FunctionalInterface
interface ContentSink {
    void take(byte[] bytes) throws KernelException;
}
