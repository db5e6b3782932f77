package org.asterism.service.fs.path;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.AtFlags;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.process.Credentials;
import org.asterism.kernel.vfs.Inode;
import org.asterism.ostd.mm.Allocation;
import org.asterism.ostd.sync.Mutex;
import org.asterism.service.fs.dentry.Dentry;
import org.asterism.service.fs.mount.Location;

/**
 * Moving names: one at a time between directories, so that no directory can move into itself. Source: rename(2).
 */
public final class Renaming {
    private final Mutex lock = new Mutex();

    /** For one mount table. */
    public Renaming() {
    }

    /**
     * Moves a name, or exchanges two.
     *
     * @param from stands before the old name
     * @param to stands before the new name
     * @param credentials who moves it
     * @param flags RENAME_NOREPLACE, RENAME_EXCHANGE
     * @throws KernelException as rename(2)
     */
    public void rename(PathWalk from, PathWalk to, Credentials credentials, int flags) throws KernelException {
        if (from.directory().mount() != to.directory().mount()) {
            throw KernelException.of(Errno.EXDEV);
        }
        if (!from.isOrdinaryName() || !to.isOrdinaryName()) {
            throw KernelException.of(!to.isOrdinaryName() && (flags & AtFlags.RENAME_NOREPLACE) != 0 ? Errno.EEXIST : Errno.EBUSY);
        }
        Inode one = from.directory().inode();
        Inode two = to.directory().inode();
        Names.checkDirectory(one);
        Names.checkDirectory(two);
        if (one == two) {
            try (var held = one.lock().lock()) {
                renameLocked(from, to, credentials, flags);
            }
            return;
        }
        boolean ordered = one.number() < two.number();
        try (var held = lock.lock();
                var first = (ordered ? one : two).lock().lock();
                var second = (ordered ? two : one).lock().lock()) {
            renameLocked(from, to, credentials, flags);
        }
    }

    private static void renameLocked(PathWalk from, PathWalk to, Credentials credentials, int flags)
            throws KernelException {
        Location source = from.directory();
        Location destination = to.directory();
        Dentry moved = Names.presentEntry(source, from.name(), credentials);
        Permission.check(destination.inode(), credentials, Permission.EXECUTE);
        Dentry target = PathWalk.lockedChild(destination.dentry(), to.name());
        Inode inode = moved.inode();
        Inode replaced = target.inode();
        boolean exchange = (flags & AtFlags.RENAME_EXCHANGE) != 0;
        if (replaced != null && (flags & AtFlags.RENAME_NOREPLACE) != 0) {
            throw KernelException.of(Errno.EEXIST);
        }
        if (replaced == null && exchange) {
            throw KernelException.of(Errno.ENOENT);
        }
        checkSlashes(from, to, inode, exchange ? replaced : null);
        checkLoops(source, destination, moved, target, exchange);
        if (replaced == inode) {
            return;
        }
        checkRights(source, destination, moved, target, credentials);
        if (!exchange) {
            checkTypes(inode, replaced);
        }
        Allocation.commit();
        if (exchange) {
            source.inode().exchange(from.name(), inode, destination.inode(), to.name(), replaced);
            swap(moved, target);
            return;
        }
        source.inode().rename(from.name(), inode, destination.inode(), to.name(), replaced);
        if (replaced != null) {
            target.remove();
        }
        moved.move(destination.dentry(), to.name());
    }

    private static void checkSlashes(PathWalk from, PathWalk to, Inode moved, Inode other) throws KernelException {
        boolean bad = !moved.isDirectory() && (from.hasTrailingSlash() || other == null && to.hasTrailingSlash())
                || other != null && !other.isDirectory() && to.hasTrailingSlash();
        if (bad) {
            throw KernelException.of(Errno.ENOTDIR);
        }
    }

    private static void checkLoops(Location source, Location destination, Dentry moved, Dentry target, boolean exchange)
            throws KernelException {
        if (moved.contains(destination.dentry())) {
            throw KernelException.of(Errno.EINVAL);
        }
        if (target.inode() != null && target.contains(source.dentry())) {
            throw KernelException.of(exchange ? Errno.EINVAL : Errno.ENOTEMPTY);
        }
    }

    private static void checkRights(Location source, Location destination, Dentry moved, Dentry target,
            Credentials credentials) throws KernelException {
        Permission.checkRemoval(source.inode(), moved.inode(), credentials);
        if (destination.dentry().isRemoved()) {
            throw KernelException.of(Errno.ENOENT);
        }
        if (target.inode() == null) {
            Permission.check(destination.inode(), credentials, Permission.WRITE);
        } else {
            Permission.checkRemoval(destination.inode(), target.inode(), credentials);
        }
        if (moved.inode().isDirectory() && source.inode() != destination.inode()) {
            Permission.check(moved.inode(), credentials, Permission.WRITE);
        }
        if (moved.isMountPoint() || target.isMountPoint()) {
            throw KernelException.of(Errno.EBUSY);
        }
    }

    private static void checkTypes(Inode moved, Inode replaced) throws KernelException {
        if (replaced == null) {
            return;
        }
        if (moved.isDirectory() && !replaced.isDirectory()) {
            throw KernelException.of(Errno.ENOTDIR);
        }
        if (!moved.isDirectory() && replaced.isDirectory()) {
            throw KernelException.of(Errno.EISDIR);
        }
    }

    private static void swap(Dentry one, Dentry two) {
        Dentry directory = one.parent();
        String name = one.name();
        one.move(two.parent(), two.name());
        two.move(directory, name);
    }
}
