package org.asterism.service.fs.tty;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.DeviceNumber;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.vfs.CharacterDevice;
import org.asterism.kernel.vfs.Inode;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.service.fs.file.CurrentThread;
import org.osgi.service.component.annotations.Component;

/** {@code /dev/tty}: the caller's controlling terminal. */
@Component(service = CharacterDevice.class)
public final class CurrentTerminalDevice implements CharacterDevice {
    /** The device. */
    public CurrentTerminalDevice() {
    }

    @Override
    public int number() {
        return DeviceNumber.of(5, 0);
    }

    @Override
    public String name() {
        return "tty";
    }

    @Override
    public int permissions() {
        return 0666;
    }

    @Override
    public OpenFile open(Inode inode, String path, int flags) throws KernelException {
        UserThread thread = CurrentThread.get();
        if (thread != null && thread.process().group().session().controllingTerminal() instanceof Terminal terminal) {
            return new TerminalFile(terminal, false, inode, path, flags);
        }
        throw KernelException.of(Errno.ENXIO);
    }
}
