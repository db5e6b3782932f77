package org.asterism.service.fs.ramfs;

/** A FIFO, socket name or device. */
final class RamSpecial extends RamInode {
    private final int device;

    RamSpecial(RamFileSystem fileSystem, int mode, int owner, int group, int device) {
        super(fileSystem, mode, owner, group);
        this.device = device;
    }

    @Override
    public int device() {
        return device;
    }
}
