package org.asterism.host.shell;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.vfs.CharacterDevice;
import org.asterism.kernel.vfs.Inode;
import org.asterism.kernel.vfs.OpenFile;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** A device file whose driver's bundle may come and go. Number, name and permissions are those that the file system has seen first. */
final class ContributedDevice extends Contribution<CharacterDevice> implements CharacterDevice {
    private boolean isKnown;
    private int number;
    private String name;
    private int permissions;

    ContributedDevice(BundleContext context, ServiceReference<?> first) {
        super(context, first);
    }

    private synchronized void know() {
        CharacterDevice device = isKnown ? null : current();
        if (device != null) {
            number = device.number();
            name = device.name();
            permissions = device.permissions();
            isKnown = true;
        }
        if (!isKnown) {
            throw new IllegalStateException("the bundle of a device file has gone before the file system was made");
        }
    }

    @Override
    public int number() {
        know();
        return number;
    }

    @Override
    public String name() {
        know();
        return name;
    }

    @Override
    public int permissions() {
        know();
        return permissions;
    }

    @Override
    public OpenFile open(Inode inode, String path, int flags) throws KernelException {
        return required().open(inode, path, flags);
    }
}
