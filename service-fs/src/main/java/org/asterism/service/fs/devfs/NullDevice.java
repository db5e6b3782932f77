package org.asterism.service.fs.devfs;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.vfs.CharacterDevice;
import org.asterism.ostd.mm.MemoryReader;
import org.asterism.ostd.mm.MemoryWriter;
import org.osgi.service.component.annotations.Component;

/** {@code /dev/null}: always at its end, takes everything. */
@Component(service = CharacterDevice.class)
public final class NullDevice extends MemoryDevice {
    /** The device. */
    public NullDevice() {
        super(3, "null", 0666);
    }

    @Override
    long read(MemoryWriter into) throws KernelException {
        return 0;
    }

    @Override
    long write(MemoryReader from) throws KernelException {
        return from.remaining();
    }
}
