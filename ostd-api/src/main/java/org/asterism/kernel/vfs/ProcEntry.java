package org.asterism.kernel.vfs;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;

/** A file below {@code /proc} that a service contributes. Its component must not need the file system. */
public interface ProcEntry {
    /**
     * Where it is.
     *
     * @return relative to {@code /proc}, such as {@code sys/kernel/pid_max}; missing directories are made
     */
    String path();

    /**
     * What a read from the start gives.
     *
     * @return the whole text, made anew for each open file
     * @throws KernelException as read(2)
     */
    byte[] content() throws KernelException;

    /**
     * Its permissions.
     *
     * @return {@code 0444} unless it can be written
     */
    default int mode() {
        return 0444;
    }

    /**
     * Takes what was written.
     *
     * @param bytes the bytes of one write(2)
     * @throws KernelException {@code EINVAL} if they mean nothing; {@code EPERM} unless it can be written
     */
    default void write(byte[] bytes) throws KernelException {
        throw KernelException.of(Errno.EPERM);
    }
}
