package org.asterism.service.fs.ramfs;

import org.asterism.kernel.abi.FileMode;

/** A symbolic link. */
final class RamLink extends RamInode {
    private final String target;

    RamLink(RamFileSystem fileSystem, String target, int owner, int group) {
        super(fileSystem, FileMode.S_IFLNK | 0777, owner, group);
        this.target = target;
    }

    @Override
    public String readLink() {
        return target;
    }

    @Override
    public long size() {
        return target.length();
    }
}
