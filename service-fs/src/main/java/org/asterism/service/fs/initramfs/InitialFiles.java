package org.asterism.service.fs.initramfs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.FileMode;
import org.asterism.kernel.process.Credentials;
import org.asterism.kernel.vfs.Inode;
import org.asterism.ostd.boot.BootInfo;
import org.asterism.ostd.log.Log;
import org.asterism.ostd.mm.ArrayReader;
import org.asterism.service.fs.mount.Location;
import org.asterism.service.fs.mount.MountTable;
import org.asterism.service.fs.path.Caller;
import org.asterism.service.fs.path.Latin1;
import org.asterism.service.fs.path.Names;
import org.asterism.service.fs.path.PathWalk;

/** Unpacks the initial ram disk into the root file system and gives its memory back. */
public final class InitialFiles {
    private static final int CHUNK = 1 << 16;
    private static final long NANOS = 1_000_000_000L;

    private final MountTable mounts;
    private final Caller kernel;
    private final byte[] chunk = new byte[CHUNK];
    private final Map<Long, Location> linked = new HashMap<>();
    private final List<DirectoryTime> directoryTimes = new ArrayList<>();
    private int files;

    /** Times of directories are set last: what is made in them changes their times. */
    private record DirectoryTime(Inode directory, long nanos) {
    }

    /**
     * Unpacks below a root.
     *
     * @param mounts all mounts
     */
    public InitialFiles(MountTable mounts) {
        this.mounts = mounts;
        kernel = new Caller(mounts.root(), Credentials.ROOT);
    }

    /**
     * Unpacks all archives. What is wrong with one is logged; what was unpacked before stays.
     */
    public void unpack() {
        long size = BootInfo.initialRamDiskSize();
        if (size == 0) {
            Log.warning("no initial ram disk: the root file system is empty");
            return;
        }
        RamDiskSource disk = new RamDiskSource();
        while (skipPadding(disk)) {
            if (!unpackOne(disk)) {
                break;
            }
        }
        setDirectoryTimes();
        BootInfo.releaseInitialRamDisk();
        Log.info("root file system: " + files + " files from an initial ram disk of " + size / 1024 + " KiB");
    }

    private void setDirectoryTimes() {
        for (DirectoryTime time : directoryTimes) {
            try (var held = time.directory().lock().lock()) {
                time.directory().setTimes(time.nanos(), time.nanos());
            } catch (KernelException failure) {
                Log.error("initial ram disk: time of a directory: " + failure.errno());
            }
        }
    }

    private static boolean skipPadding(RamDiskSource disk) {
        while (disk.peek() == 0) {
            disk.next();
        }
        return disk.peek() > 0;
    }

    private boolean unpackOne(RamDiskSource disk) {
        long start = disk.position();
        boolean isCompressed = disk.peek() == 0x1f;
        Inflate inflate = isCompressed ? new Inflate(disk) : null;
        CpioReader archive = new CpioReader(isCompressed ? inflate : disk);
        linked.clear();
        for (CpioEntry entry = archive.next(); entry != null; entry = archive.next()) {
            try {
                unpack(entry, archive);
                files++;
            } catch (KernelException failure) {
                Log.error("initial ram disk: " + entry.name() + ": " + failure.errno());
            }
        }
        if (isCompressed && archive.problem() == null) {
            drain(inflate);
        }
        String problem = isCompressed && inflate.problem() != null ? inflate.problem() : archive.problem();
        if (problem != null) {
            Log.error("initial ram disk: archive at byte " + start + ": " + problem);
        }
        return problem == null;
    }

    /** Takes the padding after the archive, so that the source stands behind the compressed member. */
    private static void drain(Inflate inflate) {
        int value = inflate.next();
        while (value >= 0) {
            value = inflate.next();
        }
    }

    private void unpack(CpioEntry entry, CpioReader archive) throws KernelException {
        String name = entry.name();
        while (name.startsWith("/") || name.startsWith("./")) {
            name = name.substring(name.indexOf('/') + 1);
        }
        if (name.isEmpty() || name.equals(".")) {
            setAttributes(mounts.root().inode(), entry);
            return;
        }
        makeParents(name);
        long key = entry.inode() ^ entry.archiveDevice() << 32;
        boolean isShared = entry.links() > 1 && (entry.mode() & FileMode.S_IFMT) != FileMode.S_IFDIR;
        Location made = isShared ? linked.get(key) : null;
        if (made != null) {
            Names.link(made, walk(name), Credentials.ROOT);
        } else {
            made = make(entry, name, archive);
            if (isShared) {
                linked.put(key, made);
            }
        }
        writeData(made.inode(), entry, archive);
        setAttributes(made.inode(), entry);
    }

    private Location make(CpioEntry entry, String name, CpioReader archive) throws KernelException {
        boolean isDirectory = (entry.mode() & FileMode.S_IFMT) == FileMode.S_IFDIR;
        Location there = walk(name).last();
        if (there.inode() != null && isDirectory && there.inode().isDirectory()) {
            return there;
        }
        if (there.inode() != null && !there.inode().isDirectory()) {
            Names.unlink(walk(name), Credentials.ROOT);
        }
        if ((entry.mode() & FileMode.S_IFMT) == FileMode.S_IFLNK) {
            byte[] target = new byte[(int) entry.size()];
            int length = archive.readData(target);
            PathWalk walk = walk(name);
            Names.symbolicLink(walk, Credentials.ROOT, Latin1.decode(target, 0, length));
            return walk(name).last();
        }
        return Names.create(walk(name), Credentials.ROOT, entry.mode(), entry.device());
    }

    private void writeData(Inode inode, CpioEntry entry, CpioReader archive) throws KernelException {
        if (!inode.isRegular()) {
            return;
        }
        long position = 0;
        try (var held = inode.lock().lock()) {
            for (int count = archive.readData(chunk); count > 0; count = archive.readData(chunk)) {
                long written = inode.writeAt(position, new ArrayReader(chunk, 0, count));
                position += written;
                if (written < count) {
                    throw KernelException.of(Errno.ENOSPC);
                }
            }
        }
    }

    private void setAttributes(Inode inode, CpioEntry entry) throws KernelException {
        long nanos = entry.modifySeconds() * NANOS;
        if (inode.isDirectory()) {
            directoryTimes.add(new DirectoryTime(inode, nanos));
        }
        try (var held = inode.lock().lock()) {
            if (!inode.isSymbolicLink()) {
                inode.setPermissions(entry.mode());
            }
            inode.setOwner(entry.owner(), entry.group());
            inode.setTimes(nanos, nanos);
        }
    }

    private PathWalk walk(String name) throws KernelException {
        return new PathWalk(mounts, kernel, mounts.root(), name).toLast();
    }

    private void makeParents(String name) throws KernelException {
        for (int slash = name.indexOf('/'); slash > 0; slash = name.indexOf('/', slash + 1)) {
            makeDirectory(mounts, kernel, name.substring(0, slash));
        }
    }

    /**
     * Makes a directory unless it is there.
     *
     * @param mounts all mounts
     * @param caller on whose behalf
     * @param path whose parent exists
     * @throws KernelException as mkdir(2), {@code EEXIST} excepted
     */
    public static void makeDirectory(MountTable mounts, Caller caller, String path) throws KernelException {
        PathWalk walk = new PathWalk(mounts, caller, mounts.root(), path).toLast();
        if (walk.last().inode() == null) {
            Names.create(walk, caller.credentials(), FileMode.S_IFDIR | 0755, 0);
        }
    }
}
