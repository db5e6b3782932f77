package org.asterism.kernel.vfs;

import java.util.List;
import org.asterism.kernel.KernelException;

/** File descriptors of a process, shared by its threads through a count of owners. */
public interface FileTable {
    /**
     * Looks a descriptor up.
     *
     * @param descriptor a file descriptor
     * @return the open file, not retained: use it only within the system call
     * @throws KernelException {@code EBADF}
     */
    OpenFile get(int descriptor) throws KernelException;

    /**
     * Looks a descriptor up and adds a reference, for calls that may sleep: another thread may close the descriptor.
     *
     * @param descriptor a file descriptor
     * @return the open file; to be released
     * @throws KernelException {@code EBADF}
     */
    OpenFile acquire(int descriptor) throws KernelException;

    /**
     * Makes sure that a descriptor can be added, so that an operation that changes things does so only if it will have one.
     *
     * @throws KernelException {@code EMFILE} if the limit is reached
     */
    void prepare() throws KernelException;

    /**
     * Puts a file at the lowest free descriptor.
     *
     * @param file its reference passes to the table
     * @param lowest where to begin
     * @param closeOnExec whether execve(2) closes it
     * @return the descriptor
     * @throws KernelException {@code EMFILE}; the file is released
     */
    int add(OpenFile file, int lowest, boolean closeOnExec) throws KernelException;

    /**
     * Closes a descriptor.
     *
     * @param descriptor a file descriptor
     * @throws KernelException {@code EBADF}
     */
    void close(int descriptor) throws KernelException;

    /** Closes what was opened with close-on-exec. */
    void closeForExec();

    /**
     * A copy for fork(2): the same open files.
     *
     * @return with one owner
     */
    FileTable copy();

    /** Adds an owner. */
    void retain();

    /** Drops an owner; the last one closes everything. */
    void release();

    /**
     * Descriptors in use.
     *
     * @return a snapshot in ascending order, for {@code /proc/PID/fd}
     */
    List<Integer> descriptors();
}
