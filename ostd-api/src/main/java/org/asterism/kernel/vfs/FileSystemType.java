package org.asterism.kernel.vfs;

import org.asterism.kernel.KernelException;

/** A kind of file system that mount(2) knows: a service, any number of them. Its component must not need the {@link Vfs}. */
public interface FileSystemType {
    /**
     * Its name.
     *
     * @return such as {@code tmpfs}
     */
    String name();

    /**
     * Tells whether it needs no block device.
     *
     * @return whether {@code /proc/filesystems} marks it {@code nodev}
     */
    default boolean isWithoutDevice() {
        return true;
    }

    /**
     * Makes a file system, or finds the one there is.
     *
     * @param source what to mount, as mount(2) got it
     * @param options separated by commas, mount flags left out
     * @return what to mount
     * @throws KernelException {@code EINVAL}, {@code ENOMEM} …
     */
    FileSystem open(String source, String options) throws KernelException;
}
