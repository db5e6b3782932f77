package org.asterism.service.fs.devfs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.vfs.CharacterDevice;
import org.asterism.kernel.vfs.Inode;
import org.asterism.kernel.vfs.OpenFile;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Drivers of character devices by number. Does not change once it is made. */
@Component(service = DeviceTable.class)
public final class DeviceTable {
    private final List<CharacterDevice> all;
    private final Map<Integer, CharacterDevice> byNumber = new HashMap<>();

    /**
     * A table of all drivers.
     *
     * @param devices what bundles contribute
     */
    @Activate
    public DeviceTable(@Reference List<CharacterDevice> devices) {
        all = devices;
        for (CharacterDevice device : devices) {
            byNumber.put(device.number(), device);
        }
    }

    /**
     * All drivers.
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
        CharacterDevice device = byNumber.get(inode.device());
        if (device == null) {
            throw KernelException.of(Errno.ENXIO);
        }
        return device.open(inode, path, flags);
    }
}
