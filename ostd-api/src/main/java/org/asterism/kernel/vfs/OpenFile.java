package org.asterism.kernel.vfs;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.PollEvents;
import org.asterism.kernel.memory.MappableFile;
import org.asterism.kernel.process.UserThread;
import org.asterism.ostd.effect.SlowPath;
import org.asterism.ostd.mm.Allocation;
import org.asterism.ostd.mm.MemoryReader;
import org.asterism.ostd.mm.MemoryWriter;

/**
 * An open file description: what a descriptor refers to. Defaults answer as Linux does for files that lack an operation.
 *
 * <p>References are counted; {@link #closed()} is called once, when the last is gone.
 */
public abstract class OpenFile {
    private final java.util.concurrent.atomic.AtomicInteger references = new java.util.concurrent.atomic.AtomicInteger(1);
    private volatile int statusFlags;

    /**
     * A file with one reference.
     *
     * @param statusFlags access mode and status flags as open(2) takes them
     */
    protected OpenFile(int statusFlags) {
        this.statusFlags = statusFlags;
    }

    /**
     * Access mode and status flags.
     *
     * @return O_ACCMODE, O_APPEND, O_NONBLOCK …
     */
    public final int statusFlags() {
        return statusFlags;
    }

    /**
     * Replaces the flags, as fcntl(2) F_SETFL.
     *
     * @param flags complete, access mode included
     */
    public final void setStatusFlags(int flags) {
        statusFlags = flags;
    }

    /**
     * Adds a reference.
     *
     * @return this
     */
    public final OpenFile retain() {
        references.incrementAndGet();
        return this;
    }

    /**
     * Adds a reference unless the last one is gone.
     *
     * @return whether the caller has a reference now
     */
    public final boolean tryRetain() {
        int count = references.get();
        while (count > 0) {
            if (references.compareAndSet(count, count + 1)) {
                return true;
            }
            count = references.get();
        }
        return false;
    }

    /** Drops a reference. */
    public final void release() {
        if (references.decrementAndGet() == 0) {
            close();
        }
    }

    @SlowPath("the last user of a file is gone: it is closed")
    private void close() {
        long before = Answers.locks();
        try (var assured = Allocation.assured()) {
            closed();
        } catch (Throwable failure) {
            Answers.contain(before, this, failure);
        }
    }

    /**
     * Reads at the file's position, or from the stream.
     *
     * @param thread the caller, for interruption
     * @param into destination
     * @return bytes read, 0 at the end
     * @throws KernelException as read(2)
     */
    public long read(UserThread thread, MemoryWriter into) throws KernelException {
        throw KernelException.of(Errno.EINVAL);
    }

    /**
     * Writes at the file's position, or to the stream.
     *
     * @param thread the caller, for interruption and SIGPIPE
     * @param from source
     * @return bytes written
     * @throws KernelException as write(2)
     */
    public long write(UserThread thread, MemoryReader from) throws KernelException {
        throw KernelException.of(Errno.EINVAL);
    }

    /**
     * Reads at a position.
     *
     * @param position bytes from the start
     * @param into destination
     * @return bytes read, 0 at the end
     * @throws KernelException as pread(2)
     */
    public long readAt(long position, MemoryWriter into) throws KernelException {
        throw KernelException.of(Errno.ESPIPE);
    }

    /**
     * Writes at a position.
     *
     * @param position bytes from the start
     * @param from source
     * @return bytes written
     * @throws KernelException as pwrite(2)
     */
    public long writeAt(long position, MemoryReader from) throws KernelException {
        throw KernelException.of(Errno.ESPIPE);
    }

    /**
     * Moves the position.
     *
     * @param offset bytes
     * @param whence as lseek(2)
     * @return the new position
     * @throws KernelException as lseek(2)
     */
    public long seek(long offset, int whence) throws KernelException {
        throw KernelException.of(Errno.ESPIPE);
    }

    /**
     * Makes durable what was written. By default for files whose data are in memory only, where nothing can be done.
     *
     * @throws KernelException as fsync(2); {@code EINVAL} if it has no data
     */
    public void synchronize() throws KernelException {
        Inode inode = inode();
        if (inode == null || !inode.isRegular() && !inode.isDirectory()) {
            throw KernelException.of(Errno.EINVAL);
        }
    }

    /**
     * Device-specific control.
     *
     * @param thread the caller
     * @param request the request number
     * @param argument a value or user address
     * @return as ioctl(2)
     * @throws KernelException as ioctl(2)
     */
    public long ioctl(UserThread thread, int request, long argument) throws KernelException {
        throw KernelException.of(Errno.ENOTTY);
    }

    /**
     * What can be done now without blocking.
     *
     * @param poller registered for changes before the check; null for a mere check
     * @return POLLIN, POLLOUT, POLLHUP, POLLERR … as poll(2)
     */
    public int poll(Poller poller) {
        return PollEvents.READABLE | PollEvents.WRITABLE;
    }

    /**
     * The pages, for mmap(2).
     *
     * @return what to map
     * @throws KernelException {@code ENODEV} if it cannot be mapped
     */
    public MappableFile mappable() throws KernelException {
        throw KernelException.of(Errno.ENODEV);
    }

    /**
     * The path it was opened by, absolute, for {@code /proc/PID/fd} and {@code /proc/PID/exe}.
     *
     * @return such as {@code /bin/busybox} or {@code pipe:[7]}
     */
    public abstract String path();

    /**
     * What fstat(2) tells about.
     *
     * @return null for files without an inode of their own, such as those of eventfd(2)
     */
    public Inode inode() {
        return null;
    }

    /** The last reference is gone. What it throws is reported, and fails nobody. */
    protected void closed() {
    }
}
