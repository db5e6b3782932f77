package org.asterism.kernel.process;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.memory.AddressSpace;
import org.asterism.kernel.vfs.FileTable;
import org.asterism.kernel.vfs.FilesystemContext;
import org.asterism.ostd.sync.WaitCondition;
import org.asterism.ostd.sync.WaitQueue;
import org.asterism.ostd.task.Task;

/** A thread of a user program as lower services see it: the context of every system call. */
public interface UserThread {
    /**
     * Its id.
     *
     * @return positive; the process id for the first thread
     */
    int id();

    /**
     * Its process.
     *
     * @return never null
     */
    UserProcess process();

    /**
     * Its address space.
     *
     * @return never null while it runs
     */
    AddressSpace addressSpace();

    /**
     * Its descriptors.
     *
     * @return never null while it runs
     */
    FileTable files();

    /**
     * Its view of the file system.
     *
     * @return never null while it runs
     */
    FilesystemContext filesystem();

    /**
     * Whose rights count.
     *
     * @return never null
     */
    Credentials credentials();

    /**
     * Tells whether a signal waits that would interrupt a sleep.
     *
     * @return whether to stop waiting
     */
    boolean isInterrupted();

    /**
     * {@link #isInterrupted()} as a condition, always the same object.
     *
     * @return for {@link WaitQueue#await}
     */
    WaitCondition interruption();

    /**
     * Sends this thread a signal from the kernel, such as SIGPIPE.
     *
     * @param signal a number as signal(7)
     */
    void signal(int signal);

    /**
     * Tells whether a signal is blocked or ignored by this thread, as terminals ask about SIGTTIN and SIGTTOU.
     *
     * @param signal a number as signal(7)
     * @return whether sending it would have no effect now
     */
    boolean isSignalBlockedOrIgnored(int signal);

    /**
     * Sets a signal mask for the time of one system call, as ppoll(2) and its relatives; the old one returns when the call has.
     *
     * @param mask bit n−1 for signal n
     */
    void setTemporaryMask(long mask);

    /**
     * Sleeps until a condition holds.
     *
     * @param queue woken when it may hold
     * @param condition what to wait for
     * @throws KernelException {@code ERESTARTSYS} if a signal came first
     */
    default void await(WaitQueue queue, WaitCondition condition) throws KernelException {
        switch (queue.await(condition, interruption(), Task.NO_DEADLINE)) {
            case SATISFIED -> {
            }
            default -> throw KernelException.of(Errno.ERESTARTSYS);
        }
    }
}
