package org.asterism.service.fs.pipe;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.ControlRequests;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.kernel.abi.OpenFlags;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.vfs.Poller;
import org.asterism.ostd.mm.MemoryReader;
import org.asterism.ostd.mm.MemoryWriter;
import org.asterism.ostd.mm.UserMemory;
import org.asterism.service.fs.file.InodeFile;
import org.asterism.service.fs.mount.Location;

/** An open end of a pipe or FIFO: reading, writing, or, for a FIFO, both. */
public final class PipeEnd extends InodeFile {
    private final Pipe pipe;
    private final boolean reader;
    private final boolean writer;
    private final long peersBefore;
    private final long writersSeen;

    PipeEnd(Pipe pipe, Location location, Location root, int flags) {
        super(location, root, flags);
        this.pipe = pipe;
        reader = OpenFlags.isReadable(flags);
        writer = OpenFlags.isWritable(flags);
        // who opens a FIFO without waiting for a writer is not told of the end before there was one
        boolean awaitsWriter = !Pipes.isAnonymous(location) && !mayWait() && !pipe.hasWriters();
        writersSeen = awaitsWriter ? pipe.writersEver() : 0;
        peersBefore = pipe.add(reader, writer);
    }

    @Override
    public long read(UserThread thread, MemoryWriter into) throws KernelException {
        return pipe.read(thread, into, mayWait());
    }

    @Override
    public long write(UserThread thread, MemoryReader from) throws KernelException {
        return pipe.write(thread, from, mayWait());
    }

    private boolean mayWait() {
        return (statusFlags() & OpenFlags.O_NONBLOCK) == 0;
    }

    @Override
    public int poll(Poller poller) {
        return (reader ? pipe.pollReader(poller, writersSeen) : 0) | (writer ? pipe.pollWriter(poller) : 0);
    }

    @Override
    public long ioctl(UserThread thread, int request, long argument) throws KernelException {
        if (request != ControlRequests.FIONREAD) {
            throw KernelException.of(Errno.ENOTTY);
        }
        byte[] count = new byte[4];
        LittleEndian.putInt(count, 0, (int) pipe.available());
        if (UserMemory.write(argument, count, 0, count.length) < count.length) {
            throw KernelException.of(Errno.EFAULT);
        }
        return 0;
    }

    /**
     * The size of the ring.
     *
     * @return bytes
     */
    public int capacity() {
        return pipe.capacity();
    }

    /**
     * Resizes the ring.
     *
     * @param bytes rounded up to a power of two of pages
     * @return the new size
     * @throws KernelException {@code EBUSY}, {@code EPERM}, {@code EINVAL}
     */
    public int resize(int bytes) throws KernelException {
        return pipe.resize(bytes);
    }

    /** Sleeps until the other side of a FIFO has been opened. */
    void awaitPeer(UserThread thread) throws KernelException {
        pipe.awaitPeer(thread, reader, peersBefore);
    }

    @Override
    protected void closed() {
        pipe.remove(reader, writer);
        super.closed();
    }
}
