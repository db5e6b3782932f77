package org.asterism.service.fs.tty;

import org.asterism.kernel.abi.OpenFlags;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.vfs.CharacterDevice;
import org.asterism.kernel.vfs.Inode;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.service.fs.file.CurrentThread;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /dev/ttyS0}: the console's terminal under the name of its port. */
@Component(service = CharacterDevice.class)
public final class SerialDevice implements CharacterDevice {
    private final SystemConsole console;

    /**
     * The device.
     *
     * @param console its terminal
     */
    @Activate
    public SerialDevice(@Reference SystemConsole console) {
        this.console = console;
    }

    @Override
    public int number() {
        return SystemConsole.SERIAL;
    }

    @Override
    public String name() {
        return "ttyS0";
    }

    @Override
    public int permissions() {
        return 0660;
    }

    @Override
    public OpenFile open(Inode inode, String path, int flags) {
        Terminal terminal = console.terminal();
        UserThread thread = CurrentThread.get();
        if (thread != null && (flags & OpenFlags.O_NOCTTY) == 0) {
            terminal.jobs().adoptAtOpen(thread);
        }
        return new TerminalFile(terminal, false, inode, path, flags);
    }
}
