package org.asterism.service.fs.event;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.FileMode;
import org.asterism.kernel.abi.OpenFlags;
import org.asterism.kernel.process.Credentials;
import org.asterism.kernel.time.RealTimeClock;
import org.asterism.kernel.vfs.Inode;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.service.fs.dentry.Dentry;
import org.asterism.service.fs.file.RegularFile;
import org.asterism.service.fs.mount.AnonymousDevices;
import org.asterism.service.fs.mount.Location;
import org.asterism.service.fs.mount.Mount;
import org.asterism.service.fs.ramfs.RamFileSystem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes files in memory that no directory holds. Source: memfd_create(2). */
@Component(service = MemoryFiles.class)
public final class MemoryFiles {
    private final Mount mount;

    /**
     * For the whole kernel.
     *
     * @param devices gives the device number that fstat(2) tells
     * @param clock for time stamps
     */
    @Activate
    public MemoryFiles(@Reference AnonymousDevices devices, @Reference RealTimeClock clock) {
        try {
            mount = Mount.detached(new RamFileSystem("tmpfs", devices.next(), clock, ""));
        } catch (KernelException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Makes an empty file.
     *
     * @param name for {@code /proc/PID/fd}
     * @param credentials who owns it
     * @return open for reading and writing, with one reference
     * @throws KernelException {@code ENOSPC}
     */
    public OpenFile create(String name, Credentials credentials) throws KernelException {
        Inode root = mount.fileSystem().root();
        Inode made;
        try (var held = root.lock().lock()) {
            made = root.createUnnamed(FileMode.S_IFREG | 0777, credentials.filesystemUser(), credentials.filesystemGroup());
        }
        try {
            Location place = new Location(mount, Dentry.detached("/memfd:" + name + " (deleted)", made));
            return new RegularFile(place, place, OpenFlags.O_RDWR | OpenFlags.O_LARGEFILE);
        } finally {
            made.release();
        }
    }
}
