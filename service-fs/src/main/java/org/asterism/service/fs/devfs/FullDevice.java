package org.asterism.service.fs.devfs;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.vfs.CharacterDevice;
import org.asterism.ostd.mm.MemoryReader;
import org.asterism.ostd.mm.MemoryWriter;
import org.osgi.service.component.annotations.Component;

/** {@code /dev/full}: gives zeroes, takes nothing. */
@Component(service = CharacterDevice.class)
public final class FullDevice extends MemoryDevice {
    /** The device. */
    public FullDevice() {
        super(7, "full", 0666);
    }

    @Override
    long read(MemoryWriter into) throws KernelException {
        return giveZeroes(into);
    }

    @Override
    long write(MemoryReader from) throws KernelException {
        throw KernelException.of(Errno.ENOSPC);
    }
}
