package org.asterism.service.fs.procfs;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.FileMode;
import org.asterism.kernel.vfs.Inode;
import org.asterism.kernel.vfs.OpenFile;

/** A file whose text is made when it is read. */
final class ProcFile extends Inode {
    private final Content content;
    private final ContentSink sink;

    ProcFile(ProcFileSystem fileSystem, long number, int permissions, int owner, int group, Content content, ContentSink sink) {
        super(fileSystem, number, FileMode.S_IFREG | permissions, owner, group);
        this.content = content;
        this.sink = sink;
    }

    @Override
    public OpenFile open(String path, int flags) {
        return new ProcOpenFile(this, path, flags);
    }

    /** Opening with O_TRUNC is allowed, and changes nothing. */
    @Override
    public void truncate(long size) {
        // there is nothing to shorten: the text is made at each read
    }

    byte[] text() throws KernelException {
        return content.make();
    }

    void write(byte[] bytes) throws KernelException {
        if (sink == null) {
            throw KernelException.of(Errno.EIO);
        }
        sink.take(bytes);
    }
}
