package org.asterism.service.fs.ramfs;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.time.RealTimeClock;
import org.asterism.kernel.vfs.FileSystem;
import org.asterism.kernel.vfs.FileSystemType;
import org.asterism.service.fs.mount.AnonymousDevices;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The type {@code tmpfs}: a new tree at each mount. */
@Component(service = FileSystemType.class)
public final class Tmpfs implements FileSystemType {
    private final AnonymousDevices devices;
    private final RealTimeClock clock;

    /**
     * The type.
     *
     * @param devices gives device numbers
     * @param clock for time stamps
     */
    @Activate
    public Tmpfs(@Reference AnonymousDevices devices, @Reference RealTimeClock clock) {
        this.devices = devices;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "tmpfs";
    }

    @Override
    public FileSystem open(String source, String options) throws KernelException {
        return new RamFileSystem(name(), devices.next(), clock, options);
    }
}
