package org.asterism.service.fs.devfs;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.vfs.CharacterDevice;
import org.asterism.ostd.effect.SlowPath;
import org.asterism.ostd.log.Log;
import org.asterism.ostd.mm.MemoryReader;
import org.asterism.ostd.mm.MemoryWriter;
import org.asterism.service.fs.path.Latin1;
import org.osgi.service.component.annotations.Component;

/** {@code /dev/kmsg}: what is written goes to the kernel log. Reading is for dmesg(1)'s system call. */
@Component(service = CharacterDevice.class)
public final class KernelLogDevice extends MemoryDevice {
    private static final int MOST = 1024;

    /** The device. */
    public KernelLogDevice() {
        super(11, "kmsg", 0644);
    }

    @Override
    long read(MemoryWriter into) throws KernelException {
        throw KernelException.of(Errno.EAGAIN);
    }

    @Override
    @SlowPath("a line for the kernel log becomes a string")
    long write(MemoryReader from) throws KernelException {
        long length = from.remaining();
        if (length > MOST) {
            throw KernelException.of(Errno.EINVAL);
        }
        byte[] line = new byte[(int) length];
        if (from.read(line, 0, line.length) < line.length) {
            throw KernelException.of(Errno.EFAULT);
        }
        int start = 0;
        if (line.length > 2 && line[0] == '<') {
            while (start < line.length && line[start] != '>') {
                start++;
            }
            start = start == line.length ? 0 : start + 1;
        }
        int end = line.length;
        while (end > start && line[end - 1] == '\n') {
            end--;
        }
        Log.info(Latin1.decode(line, start, end - start));
        return length;
    }
}
