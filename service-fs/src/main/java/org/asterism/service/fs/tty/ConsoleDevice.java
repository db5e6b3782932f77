package org.asterism.service.fs.tty;

import org.asterism.kernel.abi.DeviceNumber;
import org.asterism.kernel.vfs.CharacterDevice;
import org.asterism.kernel.vfs.Inode;
import org.asterism.kernel.vfs.OpenFile;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /dev/console}: opening it never makes it a controlling terminal. */
@Component(service = CharacterDevice.class)
public final class ConsoleDevice implements CharacterDevice {
    private final SystemConsole console;

    /**
     * The device.
     *
     * @param console its terminal
     */
    @Activate
    public ConsoleDevice(@Reference SystemConsole console) {
        this.console = console;
    }

    @Override
    public int number() {
        return DeviceNumber.of(5, 1);
    }

    @Override
    public String name() {
        return "console";
    }

    @Override
    public int permissions() {
        return 0600;
    }

    @Override
    public OpenFile open(Inode inode, String path, int flags) {
        return new TerminalFile(console.terminal(), true, inode, path, flags);
    }
}
