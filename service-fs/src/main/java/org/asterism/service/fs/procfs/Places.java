package org.asterism.service.fs.procfs;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.service.fs.dentry.Dentry;
import org.asterism.service.fs.file.CurrentThread;
import org.asterism.service.fs.file.InodeFile;
import org.asterism.service.fs.mount.Location;
import org.asterism.service.fs.mount.Mount;
import org.asterism.service.fs.path.FilesystemView;

/** Where open files are, for links that lead to them. */
final class Places {
    private Places() {
    }

    /** The place of an open file; one without names gets a place of its own, by which its inode can be opened again. */
    static Location of(OpenFile file) throws KernelException {
        if (file instanceof InodeFile opened) {
            return opened.location();
        }
        if (file.inode() == null) {
            throw KernelException.of(Errno.ENXIO);
        }
        return new Location(Mount.detached(file.inode().fileSystem()), Dentry.detached(file.path(), file.inode()));
    }

    /** Where the paths of the caller begin. */
    static Location callerRoot(ProcFileSystem tree) {
        UserThread thread = CurrentThread.get();
        return thread != null && thread.filesystem() instanceof FilesystemView view ? view.root()
                : tree.namespace().mounts().root();
    }
}
