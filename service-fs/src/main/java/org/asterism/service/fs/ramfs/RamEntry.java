package org.asterism.service.fs.ramfs;

/** An entry of a directory; fields are guarded by the directory's lock. */
final class RamEntry {
    final String name;
    final RamInode inode;
    /** Counts up within a directory: older entries have smaller ages. */
    final long age;
    RamEntry newer;
    RamEntry older;
    boolean isRemoved;

    RamEntry(String name, RamInode inode, long age) {
        this.name = name;
        this.inode = inode;
        this.age = age;
    }
}
