package org.asterism.kernel.vfs;

import org.asterism.kernel.KernelException;

/** The entries of a directory, read by one open file. */
public interface DirectoryStream {
    /** The position of the first entry that a directory itself gives: 0 and 1 are {@code .} and {@code ..}. */
    long FIRST = 2;

    /**
     * Gives entries to a sink until it is full. The directory's lock is held. {@code .} and {@code ..} are left out.
     *
     * @param position where to begin: {@link #FIRST}, or what the sink got with the entry before
     * @param sink gets the entries
     * @throws KernelException {@code ENOENT} if the directory is gone
     */
    void read(long position, DirectorySink sink) throws KernelException;
}
