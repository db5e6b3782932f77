package org.asterism.service.fs.devfs;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.FileMode;
import org.asterism.kernel.time.RealTimeClock;
import org.asterism.kernel.vfs.CharacterDevice;
import org.asterism.kernel.vfs.FileSystem;
import org.asterism.kernel.vfs.FileSystemType;
import org.asterism.kernel.vfs.Inode;
import org.asterism.service.fs.mount.AnonymousDevices;
import org.asterism.service.fs.ramfs.RamFileSystem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The type {@code devtmpfs}: one tree, with a node for each driver and the usual links. */
@Component(service = FileSystemType.class)
public final class Devtmpfs implements FileSystemType {
    private final RamFileSystem tree;

    /**
     * Makes the tree.
     *
     * @param devices drivers
     * @param numbers gives the device number
     * @param clock for time stamps
     */
    @Activate
    public Devtmpfs(@Reference DeviceTable devices, @Reference AnonymousDevices numbers, @Reference RealTimeClock clock) {
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

        @Override
        public void unmounted() {
            // nodes and links outlast mounts
        }
    }
}
