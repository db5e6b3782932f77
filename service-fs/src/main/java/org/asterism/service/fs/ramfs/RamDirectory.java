package org.asterism.service.fs.ramfs;

import java.util.HashMap;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.FileMode;
import org.asterism.kernel.vfs.DirectoryStream;
import org.asterism.kernel.vfs.Inode;

/** A directory: entries by name, and in a list from the newest to the oldest, the order in which they are read. */
final class RamDirectory extends RamInode {
    private static final int BYTES_PER_ENTRY = 20;

    private final HashMap<String, RamEntry> byName = new HashMap<>(4);
    private RamEntry newest;
    private long lastAge;

    RamDirectory(RamFileSystem fileSystem, int mode, int owner, int group) {
        super(fileSystem, mode, owner, group);
    }

    @Override
    public boolean cachesAbsence() {
        return ram().isChangedByUsersOnly();
    }

    @Override
    public long size() {
        return (byName.size() + 2L) * BYTES_PER_ENTRY;
    }

    @Override
    public Inode lookup(String name) {
        RamEntry entry = byName.get(name);
        return entry == null ? null : entry.inode;
    }

    @Override
    public Inode create(String name, int mode, int owner, int group, int device) throws KernelException {
        RamInode made = switch (mode & FileMode.S_IFMT) {
            case FileMode.S_IFREG -> new RamFile(ram(), mode, owner, group);
            case FileMode.S_IFDIR -> new RamDirectory(ram(), mode, owner, group);
            default -> new RamSpecial(ram(), mode, owner, group, device);
        };
        enter(name, made);
        return made;
    }

    @Override
    public Inode createUnnamed(int mode, int owner, int group) throws KernelException {
        RamFile made = new RamFile(ram(), mode, owner, group);
        ram().addInode();
        made.retain();
        made.changeLinks(-1);
        return made;
    }

    @Override
    public Inode createSymbolicLink(String name, String target, int owner, int group) throws KernelException {
        RamLink made = new RamLink(ram(), target, owner, group);
        enter(name, made);
        return made;
    }

    @Override
    public void link(String name, Inode target) throws KernelException {
        add(name, (RamInode) target);
        ((RamInode) target).changeLinks(1);
        target.touchChange();
    }

    @Override
    public void unlink(String name, Inode target) {
        drop(name);
        target.touchChange();
        ((RamInode) target).changeLinks(-1);
    }

    @Override
    public void removeDirectory(String name, Inode target) throws KernelException {
        RamDirectory directory = (RamDirectory) target;
        if (!directory.byName.isEmpty()) {
            throw KernelException.of(Errno.ENOTEMPTY);
        }
        drop(name);
        target.touchChange();
        directory.changeLinks(-2);
    }

    @Override
    public void rename(String name, Inode moved, Inode directory, String newName, Inode replaced)
            throws KernelException {
        RamDirectory destination = (RamDirectory) directory;
        if (replaced instanceof RamDirectory victim) {
            try (var held = victim.lock().lock()) {
                destination.removeDirectory(newName, victim);
            }
        } else if (replaced != null) {
            destination.unlink(newName, replaced);
        }
        drop(name);
        destination.add(newName, (RamInode) moved);
        moved.touchChange();
    }

    @Override
    public void exchange(String name, Inode one, Inode directory, String otherName, Inode other) {
        RamDirectory destination = (RamDirectory) directory;
        drop(name);
        destination.drop(otherName);
        add(name, (RamInode) other);
        destination.add(otherName, (RamInode) one);
        one.touchChange();
        other.touchChange();
    }

    @Override
    public DirectoryStream openDirectory() {
        return new RamDirectoryStream(this);
    }

    RamEntry newest() {
        return newest;
    }

    /** Adds a new inode; when that fails, it was never there. */
    private void enter(String name, RamInode made) throws KernelException {
        ram().addInode();
        boolean entered = false;
        try {
            add(name, made);
            entered = true;
        } finally {
            if (!entered) {
                ram().dropInode();
            }
        }
    }

    /** Adds an entry; all that can fail comes first. */
    private void add(String name, RamInode inode) {
        RamEntry entry = new RamEntry(name, inode, ++lastAge);
        byName.put(name, entry);
        entry.older = newest;
        if (newest != null) {
            newest.newer = entry;
        }
        newest = entry;
        if (inode.isDirectory()) {
            addLinks(1);
        }
        touchModify();
    }

    private void drop(String name) {
        RamEntry entry = byName.remove(name);
        if (entry.newer == null) {
            newest = entry.older;
        } else {
            entry.newer.older = entry.older;
        }
        if (entry.older != null) {
            entry.older.newer = entry.newer;
        }
        entry.isRemoved = true;
        if (entry.inode.isDirectory()) {
            addLinks(-1);
        }
        touchModify();
    }

    /** Gives all data below back, when the file system is gone. */
    void dropTree() {
        for (RamEntry entry = newest; entry != null; entry = entry.older) {
            if (entry.inode instanceof RamDirectory directory) {
                directory.dropTree();
            } else {
                entry.inode.dropData();
            }
        }
        byName.clear();
        newest = null;
    }
}
