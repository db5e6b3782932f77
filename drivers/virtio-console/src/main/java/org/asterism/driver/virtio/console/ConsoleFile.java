package org.asterism.driver.virtio.console;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.OpenFlags;
import org.asterism.kernel.abi.PollEvents;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.vfs.Inode;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.kernel.vfs.Poller;
import org.asterism.ostd.effect.SlowPath;
import org.asterism.ostd.mm.MemoryReader;
import org.asterism.ostd.mm.MemoryWriter;

/** An open {@code /dev/hvc0}. */
final class ConsoleFile extends OpenFile {
    private static final int MOST_BYTES = 4096;

    private final VirtioConsole console;
    private final Inode inode;
    private final String path;

    ConsoleFile(VirtioConsole console, Inode inode, String path, int flags) {
        super(flags & ~OpenFlags.O_CLOEXEC);
        this.console = console;
        this.inode = inode;
        this.path = path;
    }

    @Override
    @SlowPath("a console is waited for")
    public long read(UserThread thread, MemoryWriter into) throws KernelException {
        byte[] bytes = new byte[(int) Math.min(into.remaining(), MOST_BYTES)];
        int count = console.take(bytes, bytes.length);
        while (count == 0 && bytes.length > 0 && !console.isGone()) {
            mayWait();
            thread.await(console.readers(), console::isReadable);
            count = console.take(bytes, bytes.length);
        }
        return count == 0 ? 0 : checked(into.write(bytes, 0, count));
    }

    @Override
    @SlowPath("a console is waited for")
    public long write(UserThread thread, MemoryReader from) throws KernelException {
        long done = 0;
        byte[] bytes = new byte[(int) Math.min(from.remaining(), MOST_BYTES)];
        while (from.remaining() > 0) {
            int wanted = (int) Math.min(from.remaining(), bytes.length);
            int count = from.read(bytes, 0, wanted);
            if (count == 0) {
                return checked(done);
            }
            while (console.send(bytes, count) == 0) {
                if (console.isGone()) {
                    throw KernelException.of(Errno.EIO);
                }
                thread.await(console.writers(), console::isWritable);
            }
            done += count;
        }
        return done;
    }

    private void mayWait() throws KernelException {
        if ((statusFlags() & OpenFlags.O_NONBLOCK) != 0) {
            throw KernelException.of(Errno.EAGAIN);
        }
    }

    private static long checked(long moved) throws KernelException {
        if (moved == 0) {
            throw KernelException.of(Errno.EFAULT);
        }
        return moved;
    }

    @Override
    public int poll(Poller poller) {
        if (poller != null) {
            poller.register(console.readers());
            poller.register(console.writers());
        }
        return (console.isReadable() ? PollEvents.READABLE : 0) | (console.isWritable() ? PollEvents.WRITABLE : 0) | (console.isGone() ? PollEvents.POLLHUP : 0);
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public Inode inode() {
        return inode;
    }
}
