package org.asterism.service.fs.procfs;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.FileMode;
import org.asterism.kernel.vfs.Inode;

/** A symbolic link whose text is made when it is followed. */
class ProcLink extends Inode {
    private final LinkText target;

    ProcLink(ProcFileSystem fileSystem, long number, int permissions, int owner, int group, LinkText target) {
        super(fileSystem, number, FileMode.S_IFLNK | permissions, owner, group);
        this.target = target;
    }

    @Override
    public String readLink() throws KernelException {
        return target.make();
    }

    /** Makes the text of a link. */
    @FunctionalInterface
    interface LinkText {
        String make() throws KernelException;
    }
}
