package org.asterism.service.fs.channel;

import org.asterism.kernel.abi.FileMode;
import org.asterism.kernel.vfs.FileSystem;
import org.asterism.kernel.vfs.Inode;
import org.asterism.kernel.vfs.OpenFile;

/** What fstat(2) tells of an output stream, and what opens it again through {@code /dev/stdout}: a pipe. */
final class OutputStreamInode extends Inode {
    private final FrameWriter frames;
    private final byte type;

    OutputStreamInode(FileSystem fileSystem, FrameWriter frames, byte type) {
        super(fileSystem, 1 + type, FileMode.S_IFIFO | 0600, 0, 0);
        this.frames = frames;
        this.type = type;
    }

    @Override
    public OpenFile open(String path, int flags) {
        return new OutputStreamFile(this, frames, type, flags);
    }
}
