package org.asterism.service.fs.path;

import org.asterism.kernel.KernelException;
import org.asterism.service.fs.mount.Location;

/** A symbolic link that leads to a file itself, whatever its text says: {@code /proc/PID/fd/3}, {@code /proc/PID/exe}. */
public interface MagicLink {
    /**
     * Where it leads.
     *
     * @return the file's place
     * @throws KernelException {@code ENOENT} if it is gone, {@code EACCES}
     */
    Location target() throws KernelException;
}
