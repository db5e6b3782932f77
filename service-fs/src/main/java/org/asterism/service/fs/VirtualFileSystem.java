package org.asterism.service.fs;

import java.util.List;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.MountFlags;
import org.asterism.kernel.abi.OpenFlags;
import org.asterism.kernel.process.Credentials;
import org.asterism.kernel.time.RealTimeClock;
import org.asterism.kernel.vfs.FileSystemType;
import org.asterism.kernel.vfs.FileTable;
import org.asterism.kernel.vfs.FilesystemContext;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.kernel.vfs.Vfs;
import org.asterism.service.fs.devfs.DeviceTable;
import org.asterism.service.fs.file.Opening;
import org.asterism.service.fs.initramfs.InitialFiles;
import org.asterism.service.fs.mount.AnonymousDevices;
import org.asterism.service.fs.mount.Location;
import org.asterism.service.fs.mount.MountTable;
import org.asterism.service.fs.mount.Namespace;
import org.asterism.service.fs.path.Caller;
import org.asterism.service.fs.path.FilesystemView;
import org.asterism.service.fs.path.PathWalk;
import org.asterism.service.fs.path.Permission;
import org.asterism.service.fs.path.Renaming;
import org.asterism.service.fs.ramfs.RamFileSystem;
import org.asterism.service.fs.table.DescriptorTable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The tree of files: a root file system in memory, filled from the initial ram disk, with {@code /dev} and {@code /proc} mounted.
 */
@Component(service = {Vfs.class, VirtualFileSystem.class})
public final class VirtualFileSystem implements Vfs {
    private static final int ROOT_PERMISSIONS = 0755;

    private final MountTable mounts;
    private final Opening opening;
    private final Renaming renaming = new Renaming();
    private final List<FileSystemType> types;

    /**
     * Makes the tree.
     *
     * @param types what can be mounted
     * @param devices drivers of character devices
     * @param numbers gives device numbers
     * @param clock for time stamps
     * @param namespace learns of the mounts
     */
    @Activate
    public VirtualFileSystem(@Reference List<FileSystemType> types, @Reference DeviceTable devices,
            @Reference AnonymousDevices numbers, @Reference RealTimeClock clock, @Reference Namespace namespace) {
        this.types = types;
        try {
            mounts = new MountTable(new RamFileSystem("rootfs", numbers.next(), clock, ""), "rootfs");
            opening = new Opening(mounts, devices);
            namespace.fill(mounts, types);
            mounts.root().inode().setPermissions(ROOT_PERMISSIONS);
            new InitialFiles(mounts).unpack();
            mountAtBoot("devtmpfs", "devtmpfs", "/dev");
            mountAtBoot("proc", "proc", "/proc");
        } catch (KernelException failure) {
            throw new IllegalStateException("no root file system: " + failure.errno());
        }
    }

    private void mountAtBoot(String type, String source, String path) throws KernelException {
        if (!isKnown(type)) {
            return;
        }
        Caller kernel = new Caller(mounts.root(), Credentials.ROOT);
        InitialFiles.makeDirectory(mounts, kernel, path);
        Location place = new PathWalk(mounts, kernel, mounts.root(), path).toEnd(true);
        mounts.mount(type(type).open(source, ""), source, place, MountFlags.MS_RELATIME);
    }

    private boolean isKnown(String name) {
        for (FileSystemType type : types) {
            if (type.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Finds a type.
     *
     * @param name such as {@code tmpfs}
     * @return never null
     * @throws KernelException {@code ENODEV}
     */
    public FileSystemType type(String name) throws KernelException {
        for (FileSystemType type : types) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        throw KernelException.of(Errno.ENODEV);
    }

    /**
     * All mounts.
     *
     * @return always the same table
     */
    public MountTable mounts() {
        return mounts;
    }

    /**
     * Opens files.
     *
     * @return always the same object
     */
    public Opening opening() {
        return opening;
    }

    /**
     * Moves names.
     *
     * @return always the same object
     */
    public Renaming renaming() {
        return renaming;
    }

    @Override
    public FilesystemContext createContext() {
        return FilesystemView.of(mounts.root());
    }

    @Override
    public FileTable createFileTable() {
        return new DescriptorTable();
    }

    @Override
    public OpenFile open(FilesystemContext context, Credentials credentials, String path, int flags, int mode)
            throws KernelException {
        FilesystemView view = (FilesystemView) context;
        return opening.open(view.caller(credentials), view.working(), path, flags, mode & ~view.umask());
    }

    @Override
    public OpenFile openForExecution(FilesystemContext context, Credentials credentials, String path)
            throws KernelException {
        FilesystemView view = (FilesystemView) context;
        Caller caller = view.caller(credentials);
        Location found = new PathWalk(mounts, caller, view.working(), path).toEnd(true);
        if (!found.inode().isRegular() || found.mount().has(MountFlags.MS_NOEXEC)) {
            throw KernelException.of(Errno.EACCES);
        }
        Permission.check(found.inode(), credentials, Permission.EXECUTE);
        return opening.openExecutable(caller, found, OpenFlags.O_RDONLY);
    }
}
