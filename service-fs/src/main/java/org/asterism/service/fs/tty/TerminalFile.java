package org.asterism.service.fs.tty;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.OpenFlags;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.vfs.Inode;
import org.asterism.kernel.vfs.Poller;
import org.asterism.ostd.mm.MemoryReader;
import org.asterism.ostd.mm.MemoryWriter;
import org.asterism.service.fs.devfs.DeviceFile;

/** An open terminal. After a hang-up it is at its end for good, unless it is the system console. */
final class TerminalFile extends DeviceFile {
    private final Terminal terminal;
    private final boolean survivesHangUp;
    private final int hangupsAtOpen;

    TerminalFile(Terminal terminal, boolean survivesHangUp, Inode inode, String path, int flags) {
        super(inode, path, flags);
        this.terminal = terminal;
        this.survivesHangUp = survivesHangUp;
        this.hangupsAtOpen = terminal.discipline().hangups();
    }

    private int hangupsSeen() {
        return survivesHangUp ? terminal.discipline().hangups() : hangupsAtOpen;
    }

    private boolean isHungUp() {
        return hangupsSeen() != terminal.discipline().hangups();
    }

    private boolean mayWait() {
        return (statusFlags() & OpenFlags.O_NONBLOCK) == 0;
    }

    @Override
    public long read(UserThread thread, MemoryWriter into) throws KernelException {
        return isHungUp() ? 0 : terminal.read(thread, into, mayWait(), hangupsSeen());
    }

    @Override
    public long write(UserThread thread, MemoryReader from) throws KernelException {
        checkConnected();
        return terminal.write(thread, from, mayWait());
    }

    @Override
    public int poll(Poller poller) {
        return terminal.poll(poller, hangupsSeen());
    }

    @Override
    public long ioctl(UserThread thread, int request, long argument) throws KernelException {
        checkConnected();
        return TerminalRequests.handle(terminal, thread, request, argument);
    }

    private void checkConnected() throws KernelException {
        if (isHungUp()) {
            throw KernelException.of(Errno.EIO);
        }
    }
}
