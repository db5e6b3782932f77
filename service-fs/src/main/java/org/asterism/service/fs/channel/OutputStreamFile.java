package org.asterism.service.fs.channel;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.PollEvents;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.vfs.Poller;
import org.asterism.ostd.mm.MemoryReader;
import org.asterism.service.fs.devfs.DeviceFile;

/** An open output stream: each write becomes frames at once. */
final class OutputStreamFile extends DeviceFile {
    private final FrameWriter frames;
    private final byte type;

    OutputStreamFile(OutputStreamInode inode, FrameWriter frames, byte type, int flags) {
        super(inode, "pipe:[" + inode.number() + "]", flags);
        this.frames = frames;
        this.type = type;
    }

    @Override
    public long write(UserThread thread, MemoryReader from) throws KernelException {
        return frames.send(type, from);
    }

    @Override
    public int poll(Poller poller) {
        return PollEvents.WRITABLE;
    }
}
