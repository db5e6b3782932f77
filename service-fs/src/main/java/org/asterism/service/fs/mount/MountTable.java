package org.asterism.service.fs.mount;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.vfs.Answers;
import org.asterism.kernel.vfs.FileSystem;
import org.asterism.kernel.vfs.Inode;
import org.asterism.ostd.mm.Allocation;
import org.asterism.ostd.sync.Mutex;
import org.asterism.service.fs.dentry.Dentry;

/** All mounts. Looking up takes no lock; changes are made one at a time. */
public final class MountTable {
    private final Mutex lock = new Mutex();
    private final ConcurrentHashMap<Location, Mount> byPlace = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<FileSystem, Dentry> roots = new ConcurrentHashMap<>();
    private final Mount root;
    private volatile List<Mount> all = new ArrayList<>();
    private int lastId;

    /**
     * A table with one mount.
     *
     * @param fileSystem the root of all
     * @param source as {@code /proc/mounts} shows it
     */
    public MountTable(FileSystem fileSystem, String source) {
        root = make(fileSystem, rootOf(fileSystem), source, 0);
        all.add(root);
    }

    /**
     * The root of all.
     *
     * @return always the same place
     */
    public Location root() {
        return new Location(root, root.root());
    }

    /**
     * All mounts in the order they were made.
     *
     * @return not to be changed
     */
    public List<Mount> all() {
        return all;
    }

    /**
     * Goes from a mount point to what is mounted there, and on if that is a mount point, too.
     *
     * @param place any place
     * @return the place itself if nothing is mounted there
     */
    public Location descend(Location place) {
        Location at = place;
        while (at.dentry().isMountPoint()) {
            Mount mounted = byPlace.get(at);
            if (mounted == null) {
                break;
            }
            at = new Location(mounted, mounted.root());
        }
        return at;
    }

    /**
     * Mounts a file system.
     *
     * @param fileSystem what to mount
     * @param source as {@code /proc/mounts} shows it
     * @param place where
     * @param flags of {@link org.asterism.kernel.abi.MountFlags}
     * @throws KernelException {@code ENOTDIR}, {@code ENOENT}; {@code EBUSY} if the same is mounted there already
     */
    public void mount(FileSystem fileSystem, String source, Location place, int flags) throws KernelException {
        try (var held = lock.lock()) {
            Location top = descend(place);
            if (top.isMountRoot() && top.mount().fileSystem() == fileSystem && top.mount().root() == rootOf(fileSystem)) {
                throw KernelException.of(Errno.EBUSY);
            }
            attach(make(fileSystem, rootOf(fileSystem), source, flags), top);
        }
    }

    /**
     * Shows a tree at a second place.
     *
     * @param from the tree
     * @param place where
     * @param recursive whether mounts below come along
     * @throws KernelException {@code ENOTDIR} if one is a directory and the other is not, {@code ENOENT}
     */
    public void bind(Location from, Location place, boolean recursive) throws KernelException {
        try (var held = lock.lock()) {
            Location top = descend(place);
            List<Mount> before = all;
            Mount copy = make(from.mount().fileSystem(), from.dentry(), from.mount().source(), from.mount().flags());
            attach(copy, top);
            if (recursive) {
                bindBelow(from.mount(), from.dentry(), copy, before);
            }
        }
    }

    private void bindBelow(Mount from, Dentry within, Mount to, List<Mount> candidates) throws KernelException {
        for (Mount mount : candidates) {
            Location at = mount.attachedTo();
            if (at != null && at.mount() == from && within.contains(at.dentry())) {
                Mount copy = make(mount.fileSystem(), mount.root(), mount.source(), mount.flags());
                attach(copy, new Location(to, at.dentry()));
                bindBelow(mount, mount.root(), copy, candidates);
            }
        }
    }

    /**
     * Moves a mount.
     *
     * @param from its root
     * @param place where it goes
     * @throws KernelException {@code EINVAL} if {@code from} is no root of a mount; {@code ELOOP} if it would move into itself
     */
    public void move(Location from, Location place) throws KernelException {
        try (var held = lock.lock()) {
            Mount mount = from.mount();
            if (!from.isMountRoot() || mount.attachedTo() == null) {
                throw KernelException.of(Errno.EINVAL);
            }
            Location top = descend(place);
            for (Location up = top; up != null; up = up.mount().attachedTo()) {
                if (up.mount() == mount) {
                    throw KernelException.of(Errno.ELOOP);
                }
            }
            checkPlace(mount.root().inode(), top);
            Allocation.commit();
            detach(mount);
            attach(mount, top);
        }
    }

    /**
     * Changes flags.
     *
     * @param place the root of a mount
     * @param flags of {@link org.asterism.kernel.abi.MountFlags}
     * @throws KernelException {@code EINVAL} if it is no root of a mount
     */
    public void setFlags(Location place, int flags) throws KernelException {
        if (!place.isMountRoot()) {
            throw KernelException.of(Errno.EINVAL);
        }
        place.mount().setFlags(flags);
    }

    /**
     * Unmounts.
     *
     * @param place the root of a mount
     * @param lazily whether it may be in use; what is mounted below goes, too
     * @throws KernelException {@code EINVAL} if it is no root of a mount; {@code EBUSY}
     */
    public void unmount(Location place, boolean lazily) throws KernelException {
        Mount mount = place.mount();
        try (var held = lock.lock()) {
            if (!place.isMountRoot() || mount.attachedTo() == null) {
                throw KernelException.of(Errno.EINVAL);
            }
            if (!lazily && (mount.isUsed() || hasMountsBelow(mount))) {
                throw KernelException.of(Errno.EBUSY);
            }
            Allocation.commit();
            unmountAll(mount);
        }
    }

    /**
     * Ends a file system that could not be mounted, unless it is mounted elsewhere.
     *
     * @param fileSystem made for a mount that failed
     */
    public void discard(FileSystem fileSystem) {
        try (var held = lock.lock()) {
            endIfUnmounted(fileSystem);
        }
    }

    private void endIfUnmounted(FileSystem fileSystem) {
        for (Mount mount : all) {
            if (mount.fileSystem() == fileSystem) {
                return;
            }
        }
        roots.remove(fileSystem);
        fileSystem.unmounted();
    }

    private void unmountAll(Mount mount) {
        for (Mount other : all) {
            Location at = other.attachedTo();
            if (at != null && at.mount() == mount) {
                unmountAll(other);
            }
        }
        detach(mount);
        List<Mount> left = new ArrayList<>(all);
        left.remove(mount);
        all = left;
        mount.outlive(this);
        if (!mount.isUsed()) {
            endIfUnmounted(mount.fileSystem());
        }
    }

    private boolean hasMountsBelow(Mount mount) {
        for (Mount other : all) {
            Location at = other.attachedTo();
            if (at != null && at.mount() == mount) {
                return true;
            }
        }
        return false;
    }

    private Mount make(FileSystem fileSystem, Dentry top, String source, int flags) {
        return new Mount(++lastId, fileSystem, top, source, flags);
    }

    private Dentry rootOf(FileSystem fileSystem) {
        Dentry known = roots.get(fileSystem);
        if (known == null) {
            known = Dentry.root(Answers.root(fileSystem));
            roots.put(fileSystem, known);
        }
        return known;
    }

    private void attach(Mount mount, Location place) throws KernelException {
        checkPlace(mount.root().inode(), place);
        Allocation.commit();
        mount.attach(place);
        byPlace.put(place, mount);
        place.dentry().addMounts(1);
        place.dentry().pin();
        if (!all.contains(mount)) {
            List<Mount> more = new ArrayList<>(all);
            more.add(mount);
            all = more;
        }
    }

    private void detach(Mount mount) {
        Location place = mount.attachedTo();
        byPlace.remove(place);
        place.dentry().addMounts(-1);
        mount.attach(null);
    }

    private static void checkPlace(Inode mounted, Location place) throws KernelException {
        Inode there = place.inode();
        if (there == null || place.dentry().isRemoved()) {
            throw KernelException.of(Errno.ENOENT);
        }
        if (there.isDirectory() != mounted.isDirectory()) {
            throw KernelException.of(Errno.ENOTDIR);
        }
    }
}
