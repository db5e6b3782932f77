package org.asterism.kernel.vfs;

import org.asterism.kernel.KernelException;

/** A driver of one character device: a service, any number of them. Its component must not need the {@link Vfs}. */
public interface CharacterDevice {
    /**
     * Its number.
     *
     * @return as {@link org.asterism.kernel.abi.DeviceNumber}
     */
    int number();

    /**
     * Its name below {@code /dev}.
     *
     * @return such as {@code null}
     */
    String name();

    /**
     * Its permissions in {@code /dev}.
     *
     * @return such as {@code 0666}
     */
    int permissions();

    /**
     * Opens it.
     *
     * @param inode by which it is opened
     * @param path by which it is opened, absolute
     * @param flags as open(2)
     * @return with one reference
     * @throws KernelException as open(2)
     */
    OpenFile open(Inode inode, String path, int flags) throws KernelException;
}
