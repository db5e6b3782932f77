package org.asterism.service.fs.pipe;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.OpenFlags;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.vfs.Inode;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.service.fs.mount.Location;

/** Opens FIFOs by name: readers and writers wait for each other. Source: fifo(7). */
public final class Fifos {
    private Fifos() {
    }

    /**
     * Opens a FIFO, or a further end of a pipe through {@code /proc/PID/fd}; nobody waits at a pipe without a name.
     *
     * @param thread the caller, for interruption; null in the kernel
     * @param location where it is
     * @param root where paths begin
     * @param flags as open(2)
     * @return with one reference
     * @throws KernelException {@code ENXIO} for a writer that does not wait while there is no reader; {@code ERESTARTSYS}
     */
    public static OpenFile open(UserThread thread, Location location, Location root, int flags) throws KernelException {
        Pipe pipe = pipeOf(location.inode());
        boolean reads = OpenFlags.isReadable(flags);
        boolean writes = OpenFlags.isWritable(flags);
        boolean named = !Pipes.isAnonymous(location);
        boolean waits = (flags & OpenFlags.O_NONBLOCK) == 0;
        if (named && writes && !reads && !waits && !pipe.hasReaders()) {
            throw KernelException.of(Errno.ENXIO);
        }
        PipeEnd end = new PipeEnd(pipe, location, root, flags);
        if (reads && writes || !waits || !named) {
            return end;
        }
        try {
            end.awaitPeer(thread);
        } catch (KernelException interrupted) {
            end.release();
            throw interrupted;
        }
        return end;
    }

    private static Pipe pipeOf(Inode inode) {
        try (var held = inode.lock().lock()) {
            if (inode.streamState() instanceof Pipe known) {
                return known;
            }
            Pipe made = new Pipe();
            inode.setStreamState(made);
            return made;
        }
    }
}
