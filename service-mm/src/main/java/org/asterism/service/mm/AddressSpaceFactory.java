package org.asterism.service.mm;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.memory.AddressSpace;
import org.asterism.kernel.memory.AddressSpaces;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.mm.VmSpace;
import org.asterism.ostd.random.Entropy;
import org.osgi.service.component.annotations.Component;

/** The memory service: makes address spaces with a random place for mappings. */
@Component(service = AddressSpaces.class)
public final class AddressSpaceFactory implements AddressSpaces {
    /** Bits of randomness in the place of mappings, in pages: as x86-64 Linux's {@code vm.mmap_rnd_bits}. */
    private static final int RANDOM_BITS = 28;

    /** For Declarative Services and the generated boot code. */
    public AddressSpaceFactory() {
    }

    @Override
    public AddressSpace create() throws KernelException {
        try {
            return new UserAddressSpace(VmSpace.maximumAddress() - randomPages() * PageSize.BYTES);
        } catch (OutOfMemoryError exhausted) {
            throw KernelException.of(Errno.ENOMEM);
        }
    }

    private static long randomPages() {
        byte[] random = new byte[Integer.BYTES];
        Entropy.fill(random);
        long value = 0;
        for (byte part : random) {
            value = value << Byte.SIZE | part & 0xFF;
        }
        // never more than an eighth of what there is, for machines with few address bits
        long most = VmSpace.maximumAddress() >>> PageSize.SHIFT + 3;
        return (value & (1L << RANDOM_BITS) - 1) % most;
    }
}
