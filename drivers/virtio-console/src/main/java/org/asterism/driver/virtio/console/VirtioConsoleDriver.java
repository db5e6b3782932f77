package org.asterism.driver.virtio.console;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.DeviceNumber;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.vfs.CharacterDevice;
import org.asterism.kernel.vfs.Inode;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.ostd.bus.Device;
import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.bus.DeviceIdentity;
import org.asterism.ostd.bus.Driver;
import org.asterism.ostd.bus.DriverInstance;
import org.asterism.ostd.bus.RequiresGrant;
import org.asterism.virtio.VirtioType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Takes the first virtio console, and offers it to programs. */
@Component(service = {Driver.class, CharacterDevice.class})
@RequiresGrant("mmio")
@RequiresGrant("irq")
@RequiresGrant("dma")
public final class VirtioConsoleDriver implements Driver, CharacterDevice {
    /** As Linux numbers hypervisor consoles. */
    private static final int NUMBER = DeviceNumber.of(229, 0);
    private static final int PERMISSIONS = 0600;

    private volatile VirtioConsole current;

    /** Without a device. */
    @Activate
    public VirtioConsoleDriver() {
    }

    @Override
    public boolean match(DeviceIdentity identity) {
        return VirtioType.CONSOLE.matches(identity);
    }

    @Override
    public DriverInstance probe(Device device) throws DeviceException {
        if (current != null) {
            throw new DeviceException("this driver has a console already, and serves one");
        }
        VirtioConsole console = new VirtioConsole(device);
        console.start();
        current = console;
        return () -> {
            current = null;
            console.quiesce();
        };
    }

    @Override
    public int number() {
        return NUMBER;
    }

    @Override
    public String name() {
        return "hvc0";
    }

    @Override
    public int permissions() {
        return PERMISSIONS;
    }

    @Override
    public OpenFile open(Inode inode, String path, int flags) throws KernelException {
        return new ConsoleFile(console(), inode, path, flags);
    }

    /** The device, or ENXIO if there is none or it is gone. */
    VirtioConsole console() throws KernelException {
        VirtioConsole console = current;
        if (console == null) {
            throw KernelException.of(Errno.ENXIO);
        }
        return console;
    }
}
