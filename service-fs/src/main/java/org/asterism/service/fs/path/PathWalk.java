package org.asterism.service.fs.path;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.vfs.Answers;
import org.asterism.kernel.vfs.Inode;
import org.asterism.service.fs.dentry.Dentry;
import org.asterism.service.fs.mount.Location;
import org.asterism.service.fs.mount.MountTable;

/**
 * One walk along a path, component by component.
 *
 * <p>{@link #toLast()} stops before the last component, where names are made and removed; {@link #last()} looks it up;
 * {@link #followLast} goes on through a symbolic link found there.
 */
public final class PathWalk {
    /** Symbolic links that a walk follows at most. */
    public static final int MAX_LINKS = 40;
    /** Bytes of a name at most. */
    public static final int MAX_NAME = 255;
    /** Bytes of a path at most, with the zero byte. */
    public static final int MAX_PATH = 4096;

    private final MountTable mounts;
    private final Caller caller;
    private Location directory;
    private String rest;
    private int next;
    private String name = "";
    private boolean trailingSlash;
    private int links;

    /**
     * Begins a walk.
     *
     * @param mounts all mounts
     * @param caller on whose behalf
     * @param start where a relative path begins
     * @param path not empty
     * @throws KernelException {@code ENOENT} for an empty path, {@code ENAMETOOLONG}
     */
    public PathWalk(MountTable mounts, Caller caller, Location start, String path) throws KernelException {
        if (path.isEmpty()) {
            throw KernelException.of(Errno.ENOENT);
        }
        if (path.length() >= MAX_PATH) {
            throw KernelException.of(Errno.ENAMETOOLONG);
        }
        this.mounts = mounts;
        this.caller = caller;
        this.rest = path;
        this.directory = path.charAt(0) == '/' ? caller.root() : start;
    }

    /**
     * Walks to the directory of the last component.
     *
     * @return this
     * @throws KernelException {@code ENOENT}, {@code ENOTDIR}, {@code EACCES}, {@code ELOOP}, {@code ENAMETOOLONG}
     */
    public PathWalk toLast() throws KernelException {
        while (true) {
            takeName();
            if (isAtEnd()) {
                return this;
            }
            Location found = step();
            Inode inode = found.inode();
            if (inode == null) {
                throw KernelException.of(Errno.ENOENT);
            }
            if (inode.isSymbolicLink()) {
                follow(inode);
            } else {
                directory = found;
            }
            if (!directory.inode().isDirectory()) {
                throw KernelException.of(Errno.ENOTDIR);
            }
        }
    }

    /**
     * The directory of the last component.
     *
     * @return valid after {@link #toLast()}
     */
    public Location directory() {
        return directory;
    }

    /**
     * The last component.
     *
     * @return empty if the path is of slashes only
     */
    public String name() {
        return name;
    }

    /**
     * Tells whether slashes follow the last component: then it must be a directory.
     *
     * @return whether they do
     */
    public boolean hasTrailingSlash() {
        return trailingSlash;
    }

    /**
     * Tells whether the last component is one that can be made or removed.
     *
     * @return false for {@code .}, {@code ..} and the root
     */
    public boolean isOrdinaryName() {
        return !name.isEmpty() && !name.equals(".") && !name.equals("..");
    }

    /**
     * Looks the last component up, without following a link, and enters what is mounted there.
     *
     * @return a place, whose inode is null if the name is free
     * @throws KernelException {@code ENOTDIR}, {@code EACCES}, {@code ENAMETOOLONG}
     */
    public Location last() throws KernelException {
        return name.isEmpty() ? directory : step();
    }

    /**
     * Follows the symbolic link that the last component is, up to the last component of its target.
     *
     * @param link the link
     * @return null, or where a link led that has no components
     * @throws KernelException as {@link #toLast()}
     */
    public Location followLast(Inode link) throws KernelException {
        if (link instanceof MagicLink magic) {
            countLink();
            return magic.target();
        }
        boolean slash = trailingSlash;
        follow(link);
        toLast();
        trailingSlash |= slash;
        return null;
    }

    /**
     * Walks the whole path.
     *
     * @param followLink whether a symbolic link at the end is followed
     * @return what is there, never a free name
     * @throws KernelException {@code ENOENT} and as {@link #toLast()}
     */
    public Location toEnd(boolean followLink) throws KernelException {
        toLast();
        while (true) {
            Location found = last();
            Inode inode = found.inode();
            if (inode == null) {
                throw KernelException.of(Errno.ENOENT);
            }
            if (inode.isSymbolicLink() && (followLink || trailingSlash)) {
                Location jumped = followLast(inode);
                if (jumped == null) {
                    continue;
                }
                found = jumped;
                inode = jumped.inode();
            }
            if (trailingSlash && !inode.isDirectory()) {
                throw KernelException.of(Errno.ENOTDIR);
            }
            return found;
        }
    }

    private void takeName() throws KernelException {
        int length = rest.length();
        int start = next;
        while (start < length && rest.charAt(start) == '/') {
            start++;
        }
        int end = rest.indexOf('/', start);
        if (end < 0) {
            end = length;
        }
        if (end - start > MAX_NAME) {
            throw KernelException.of(Errno.ENAMETOOLONG);
        }
        name = rest.substring(start, end);
        next = end;
    }

    private boolean isAtEnd() {
        int at = next;
        while (at < rest.length() && rest.charAt(at) == '/') {
            at++;
        }
        trailingSlash = at > next;
        return at == rest.length();
    }

    private Location step() throws KernelException {
        Inode inode = directory.inode();
        if (!inode.isDirectory()) {
            throw KernelException.of(Errno.ENOTDIR);
        }
        Permission.check(inode, caller.credentials(), Permission.EXECUTE);
        if (name.equals(".")) {
            return directory;
        }
        if (name.equals("..")) {
            return parent();
        }
        return mounts.descend(new Location(directory.mount(), child(directory.dentry(), name)));
    }

    /**
     * Finds an entry of a directory through the cache.
     *
     * @param directory an entry that is a directory
     * @param name of the entry
     * @return an entry, whose inode is null if the name is free
     * @throws KernelException as {@link Inode#lookup}
     */
    public static Dentry child(Dentry directory, String name) throws KernelException {
        Dentry known = directory.cached(name);
        if (known != null) {
            return known;
        }
        Inode inode = directory.inode();
        try (var held = inode.lock().lock()) {
            return lockedChild(directory, name);
        }
    }

    /**
     * Like {@link #child}, with the directory's lock held.
     *
     * @param directory an entry that is a directory
     * @param name of the entry
     * @return an entry, whose inode is null if the name is free
     * @throws KernelException as {@link Inode#lookup}
     */
    static Dentry lockedChild(Dentry directory, String name) throws KernelException {
        Dentry known = directory.cached(name);
        if (known != null) {
            return known;
        }
        Inode inode = directory.inode();
        Inode found = inode.lookup(name);
        boolean keep = (found == null ? inode.cachesAbsence() : inode.cachesLookups()) && !directory.isRemoved();
        return directory.add(name, found, keep);
    }

    private Location parent() {
        Location at = directory;
        while (!at.is(caller.root()) && at.isMountRoot() && at.mount().attachedTo() != null) {
            at = at.mount().attachedTo();
        }
        Dentry up = at.dentry().parent();
        if (at.is(caller.root()) || up == null || at.isMountRoot()) {
            return mounts.descend(at);
        }
        return mounts.descend(new Location(at.mount(), up));
    }

    private void follow(Inode link) throws KernelException {
        countLink();
        if (link instanceof MagicLink magic) {
            directory = magic.target();
            return;
        }
        String target = Answers.readLink(link);
        if (target.isEmpty()) {
            throw KernelException.of(Errno.ENOENT);
        }
        if (target.charAt(0) == '/') {
            directory = caller.root();
        }
        rest = target + rest.substring(next);
        next = 0;
    }

    private void countLink() throws KernelException {
        if (++links > MAX_LINKS) {
            throw KernelException.of(Errno.ELOOP);
        }
    }
}
