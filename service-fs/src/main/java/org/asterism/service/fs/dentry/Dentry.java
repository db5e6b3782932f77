package org.asterism.service.fs.dentry;

import java.util.Iterator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.asterism.kernel.vfs.Inode;

/**
 * An entry of a directory: a name and its inode, or the knowledge that the name is free.
 *
 * <p>Changes are made with the lock of the parent's inode held; reads take no lock.
 */
public final class Dentry {
    private static final int MAX_NEGATIVE_CHILDREN = 128;

    private final AtomicInteger mounts = new AtomicInteger();
    private final AtomicInteger negativeChildren = new AtomicInteger();
    private volatile Dentry parent;
    private volatile String name;
    private volatile Inode inode;
    private volatile boolean removed;
    private volatile ConcurrentHashMap<String, Dentry> children;

    private Dentry(Dentry parent, String name, Inode inode) {
        this.parent = parent;
        this.name = name;
        this.inode = inode;
    }

    /**
     * The root of a file system.
     *
     * @param inode its root directory
     * @return an entry without a parent
     */
    public static Dentry root(Inode inode) {
        return new Dentry(null, "", inode);
    }

    /**
     * An entry that no directory holds: a pipe, a file without a name.
     *
     * @param name as {@code /proc/PID/fd} shows it
     * @param inode what it is
     * @return an entry without a parent
     */
    public static Dentry detached(String name, Inode inode) {
        return new Dentry(null, name, inode);
    }

    /**
     * The directory it is in.
     *
     * @return null for a root
     */
    public Dentry parent() {
        return parent;
    }

    /**
     * Its name.
     *
     * @return empty for a root
     */
    public String name() {
        return name;
    }

    /**
     * What the name refers to.
     *
     * @return null if the name is free
     */
    public Inode inode() {
        return inode;
    }

    /**
     * Tells whether the name is gone while someone still uses the file.
     *
     * @return whether it was removed
     */
    public boolean isRemoved() {
        return removed;
    }

    /**
     * Tells whether something is mounted here.
     *
     * @return whether the mount table is worth asking
     */
    public boolean isMountPoint() {
        return mounts.get() > 0;
    }

    /**
     * Counts mounts on this entry.
     *
     * @param difference what to add
     */
    public void addMounts(int difference) {
        mounts.addAndGet(difference);
    }

    /**
     * Finds a cached entry.
     *
     * @param childName its name
     * @return null if nothing is known
     */
    public Dentry cached(String childName) {
        ConcurrentHashMap<String, Dentry> known = children;
        return known == null ? null : known.get(childName);
    }

    /**
     * Adds an entry. Locked.
     *
     * @param childName its name
     * @param child its inode; null notes that the name is free
     * @param keep whether the knowledge holds; else the entry is for one use
     * @return the new entry
     */
    public Dentry add(String childName, Inode child, boolean keep) {
        Dentry entry = new Dentry(this, childName, child);
        if (!keep) {
            return entry;
        }
        if (child == null && negativeChildren.incrementAndGet() > MAX_NEGATIVE_CHILDREN) {
            forgetNegative();
        }
        children().put(childName, entry);
        return entry;
    }

    /**
     * Keeps an entry that was for one use, because something is mounted on it.
     */
    public void pin() {
        Dentry directory = parent;
        if (directory != null) {
            directory.children().putIfAbsent(name, this);
        }
    }

    /**
     * Gives a free name a file. Locked.
     *
     * @param created what the name refers to now
     */
    public void fill(Inode created) {
        inode = created;
        Dentry directory = parent;
        if (directory != null && directory.cached(name) == this) {
            directory.negativeChildren.decrementAndGet();
        }
    }

    /** The name is gone. Locked. */
    public void remove() {
        removed = true;
        Dentry directory = parent;
        if (directory != null && directory.children != null) {
            directory.children.remove(name, this);
        }
    }

    /**
     * Moves the entry, replacing what has the new name. Locked, both directories.
     *
     * @param directory its new parent
     * @param newName its new name
     */
    public void move(Dentry directory, String newName) {
        Dentry old = parent;
        if (old != null && old.children != null) {
            old.children.remove(name, this);
        }
        parent = directory;
        name = newName;
        directory.children().put(newName, this);
    }

    /**
     * Tells whether an entry lies below this one, or is this one.
     *
     * @param other any entry of the same file system
     * @return whether going up from it comes here
     */
    public boolean contains(Dentry other) {
        for (Dentry at = other; at != null; at = at.parent) {
            if (at == this) {
                return true;
            }
        }
        return false;
    }

    private ConcurrentHashMap<String, Dentry> children() {
        ConcurrentHashMap<String, Dentry> known = children;
        if (known == null) {
            known = new ConcurrentHashMap<>(4);
            children = known;
        }
        return known;
    }

    private void forgetNegative() {
        Iterator<Dentry> all = children().values().iterator();
        while (all.hasNext()) {
            Dentry child = all.next();
            if (child.inode == null && !child.isMountPoint()) {
                all.remove();
            }
        }
        negativeChildren.set(1);
    }
}
