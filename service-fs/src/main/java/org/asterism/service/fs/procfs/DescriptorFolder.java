package org.asterism.service.fs.procfs;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.FileMode;
import org.asterism.kernel.abi.OpenFlags;
import org.asterism.kernel.process.ProcessView;
import org.asterism.kernel.vfs.DirectoryStream;
import org.asterism.kernel.vfs.FileTable;
import org.asterism.kernel.vfs.Inode;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.service.fs.file.InodeFile;
import org.asterism.service.fs.path.PathText;

/** {@code /proc/PID/fd}: a link for each descriptor. */
final class DescriptorFolder extends Inode {
    private static final int FIRST_INDEX = 1 << 8;
    private static final int READ = 0500;
    private static final int WRITE = 0300;

    private final ProcFileSystem tree;
    private final ProcessView process;

    DescriptorFolder(ProcFileSystem tree, long number, ProcessView process) {
        super(tree, number, FileMode.S_IFDIR | 0500, process.credentials().effectiveUser(),
                process.credentials().effectiveGroup());
        this.tree = tree;
        this.process = process;
    }

    @Override
    public boolean cachesLookups() {
        return false;
    }

    @Override
    public Inode lookup(String name) throws KernelException {
        int descriptor = Decimal.parse(name);
        FileTable files = process.files();
        if (descriptor < 0 || files == null) {
            return null;
        }
        try {
            int flags = files.get(descriptor).statusFlags();
            int permissions = (OpenFlags.isReadable(flags) ? READ : 0) | (OpenFlags.isWritable(flags) ? WRITE : 0);
            return new ProcMagicLink(tree, number(descriptor), permissions, owner(), group(),
                    () -> text(file(descriptor)), () -> Places.of(file(descriptor)));
        } catch (KernelException closed) {
            return null;
        }
    }

    private long number(int descriptor) {
        return ProcFileSystem.processNumber(process.id(), FIRST_INDEX + descriptor);
    }

    private OpenFile file(int descriptor) throws KernelException {
        FileTable files = process.files();
        if (files == null) {
            throw KernelException.of(Errno.ENOENT);
        }
        try {
            return files.get(descriptor);
        } catch (KernelException closed) {
            throw KernelException.of(Errno.ENOENT);
        }
    }

    private String text(OpenFile file) {
        return file instanceof InodeFile opened ? PathText.describe(opened.location(), Places.callerRoot(tree))
                : file.path();
    }

    @Override
    public DirectoryStream openDirectory() {
        return (position, sink) -> {
            FileTable files = process.files();
            if (files == null) {
                return;
            }
            for (int descriptor : files.descriptors()) {
                long at = DirectoryStream.FIRST + descriptor;
                if (at >= position
                        && !sink.accept(Integer.toString(descriptor), number(descriptor), FileMode.S_IFLNK, at + 1)) {
                    return;
                }
            }
        };
    }
}
