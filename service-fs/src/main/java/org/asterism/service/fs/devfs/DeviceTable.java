package org.asterism.service.fs.devfs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.FileMode;
import org.asterism.kernel.vfs.Answers;
import org.asterism.kernel.vfs.CharacterDevice;
import org.asterism.kernel.vfs.Inode;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.service.fs.disk.DiskBytes;
import org.asterism.service.fs.disk.Disks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Devices by number: character devices, which do not change once it is made, and disks. */
@Component(service = DeviceTable.class)
public final class DeviceTable {
    private final List<CharacterDevice> all;
    private final Map<Integer, CharacterDevice> byNumber = new HashMap<>();
    private final Disks disks;

    /**
     * A table of all drivers.
     *
     * @param devices what bundles contribute
     * @param disks what drivers bring
     */
    @Activate
    public DeviceTable(@Reference List<CharacterDevice> devices, @Reference Disks disks) {
        all = devices;
        this.disks = disks;
        for (CharacterDevice device : devices) {
            byNumber.put(device.number(), device);
        }
    }

    /**
     * All drivers of character devices.
     *
     * @return not to be changed
     */
    public List<CharacterDevice> all() {
        return all;
    }

    /**
     * Opens a device.
     *
     * @param inode by which it is opened
     * @param path by which it is opened
     * @param flags as open(2)
     * @return with one reference
     * @throws KernelException {@code ENXIO} if there is no driver; as the driver
     */
    public OpenFile open(Inode inode, String path, int flags) throws KernelException {
        if (inode.type() == FileMode.S_IFBLK) {
            return openDisk(inode, path, flags);
        }
        CharacterDevice device = byNumber.get(inode.device());
        if (device == null) {
            throw KernelException.of(Errno.ENXIO);
        }
        return Answers.open(device, inode, path, flags);
    }

    private OpenFile openDisk(Inode inode, String path, int flags) throws KernelException {
        DiskBytes disk = disks.find(inode.device());
        if (disk == null) {
            throw KernelException.of(Errno.ENXIO);
        }
        return new DiskFile(disk, inode, path, flags);
    }
}
