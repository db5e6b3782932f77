package org.asterism.service.fs.devfs;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.memory.EndlessZeroes;
import org.asterism.kernel.memory.MappableFile;
import org.asterism.kernel.vfs.CharacterDevice;
import org.asterism.ostd.mm.MemoryReader;
import org.asterism.ostd.mm.MemoryWriter;
import org.osgi.service.component.annotations.Component;

/** {@code /dev/zero}: gives zeroes, takes everything. */
@Component(service = CharacterDevice.class)
public final class ZeroDevice extends MemoryDevice {
    /** The device. */
    public ZeroDevice() {
        super(5, "zero", 0666);
    }

    @Override
    long read(MemoryWriter into) throws KernelException {
        return giveZeroes(into);
    }

    @Override
    long write(MemoryReader from) throws KernelException {
        return from.remaining();
    }

    @Override
    MappableFile mappable() {
        return EndlessZeroes.INSTANCE;
    }
}
