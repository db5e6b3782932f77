package org.asterism.service.fs.ramfs;

import java.util.concurrent.atomic.AtomicBoolean;
import org.asterism.kernel.vfs.Inode;

/** What all inodes in memory share: they count against their file system until nobody needs them. */
abstract class RamInode extends Inode {
    private final AtomicBoolean counted = new AtomicBoolean(true);

    RamInode(RamFileSystem fileSystem, int mode, int owner, int group) {
        super(fileSystem, fileSystem.nextNumber(), mode, owner, group);
    }

    final RamFileSystem ram() {
        return (RamFileSystem) fileSystem();
    }

    final void changeLinks(int difference) {
        addLinks(difference);
    }

    @Override
    protected final void unused() {
        if (counted.getAndSet(false)) {
            ram().dropInode();
        }
        dropData();
    }

    /** Gives data back; may be called more than once. */
    void dropData() {
    }
}
