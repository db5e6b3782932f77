package org.asterism.service.fs.devfs;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.FileMode;
import org.asterism.kernel.block.BlockDevice;
import org.asterism.kernel.time.RealTimeClock;
import org.asterism.kernel.vfs.CharacterDevice;
import org.asterism.kernel.vfs.FileSystem;
import org.asterism.kernel.vfs.FileSystemType;
import org.asterism.kernel.vfs.Inode;
import org.asterism.ostd.log.Log;
import org.asterism.service.fs.disk.Disks;
import org.asterism.service.fs.mount.AnonymousDevices;
import org.asterism.service.fs.ramfs.RamFileSystem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The type {@code devtmpfs}: one tree, with a node for each character device, each disk as it comes, and the usual links. */
@Component(service = FileSystemType.class)
public final class Devtmpfs implements FileSystemType {
    private static final int DISK_PERMISSIONS = 0600;

    private final RamFileSystem tree;

    /**
     * Makes the tree.
     *
     * @param devices drivers
     * @param disks come at any time
     * @param numbers gives the device number
     * @param clock for time stamps
     */
    @Activate
    public Devtmpfs(@Reference DeviceTable devices, @Reference Disks disks, @Reference AnonymousDevices numbers, @Reference RealTimeClock clock) {
        try {
            tree = new LastingTree(numbers.next(), clock);
            Inode root = tree.root();
            try (var held = root.lock().lock()) {
                for (CharacterDevice device : devices.all()) {
                    root.create(device.name(), FileMode.S_IFCHR | device.permissions(), 0, 0, device.number());
                }
                root.createSymbolicLink("fd", "/proc/self/fd", 0, 0);
                root.createSymbolicLink("stdin", "/proc/self/fd/0", 0, 0);
                root.createSymbolicLink("stdout", "/proc/self/fd/1", 0, 0);
                root.createSymbolicLink("stderr", "/proc/self/fd/2", 0, 0);
                root.create("shm", FileMode.S_IFDIR | FileMode.S_ISVTX | 0777, 0, 0, 0);
            }
        } catch (KernelException failure) {
            throw new IllegalStateException("no /dev: " + failure.errno());
        }
        disks.watch(this::add);
    }

    private void add(BlockDevice disk) {
        try (var held = tree.root().lock().lock()) {
            tree.root().create(disk.name(), FileMode.S_IFBLK | DISK_PERMISSIONS, 0, 0, disk.number());
        } catch (KernelException failure) {
            Log.warning("no /dev/" + disk.name() + ": " + failure.errno());
        }
    }

    @Override
    public String name() {
        return "devtmpfs";
    }

    @Override
    public FileSystem open(String source, String options) {
        return tree;
    }

    /** Stays when it is unmounted, to be mounted again. */
    private static final class LastingTree extends RamFileSystem {
        LastingTree(int device, RealTimeClock clock) throws KernelException {
            super("devtmpfs", device, clock, "mode=755");
        }

        /** Disks come behind the back of whoever has looked for them. */
        @Override
        protected boolean isChangedByUsersOnly() {
            return false;
        }

        @Override
        public void unmounted() {
            // nodes and links outlast mounts
        }
    }
}
