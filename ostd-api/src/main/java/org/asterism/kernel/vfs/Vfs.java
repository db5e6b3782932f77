package org.asterism.kernel.vfs;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.process.Credentials;

/** The file system as the process service uses it: the service of the file system bundle. */
public interface Vfs {
    /**
     * Makes the view of the first process: the root directory.
     *
     * @return with one owner
     */
    FilesystemContext createContext();

    /**
     * Makes an empty table of descriptors.
     *
     * @return with one owner
     */
    FileTable createFileTable();

    /**
     * Opens a file.
     *
     * @param context where relative paths begin
     * @param credentials whose rights count
     * @param path a path
     * @param flags as open(2)
     * @param mode permissions of a new file, before the umask
     * @return with one reference
     * @throws KernelException as open(2)
     */
    OpenFile open(FilesystemContext context, Credentials credentials, String path, int flags, int mode)
            throws KernelException;

    /**
     * Opens a file to execute it: it must be regular and executable by the credentials.
     *
     * @param context where relative paths begin
     * @param credentials whose rights count
     * @param path a path
     * @return with one reference
     * @throws KernelException {@code ENOENT}, {@code EACCES}, {@code ENOTDIR}, {@code ELOOP} …
     */
    OpenFile openForExecution(FilesystemContext context, Credentials credentials, String path) throws KernelException;
}
