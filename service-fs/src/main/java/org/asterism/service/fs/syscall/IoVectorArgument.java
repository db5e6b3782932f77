package org.asterism.service.fs.syscall;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.ostd.mm.IoVector;
import org.asterism.ostd.mm.UserMemory;

/** Decodes {@code struct iovec}: an address and a length of 64 bits each. Source: readv(2). */
final class IoVectorArgument {
    private static final int BYTES = 16;

    private IoVectorArgument() {
    }

    static IoVector decode(long address, int count, long most) throws KernelException {
        if (count < 0 || count > IoVector.MAX_SEGMENTS) {
            throw KernelException.of(Errno.EINVAL);
        }
        byte[] raw = new byte[count * BYTES];
        if (UserMemory.read(address, raw, 0, raw.length) < raw.length) {
            throw KernelException.of(Errno.EFAULT);
        }
        long[] addresses = new long[count];
        long[] lengths = new long[count];
        long sum = 0;
        for (int i = 0; i < count; i++) {
            addresses[i] = LittleEndian.getLong(raw, i * BYTES);
            long length = LittleEndian.getLong(raw, i * BYTES + 8);
            if (length < 0) {
                throw KernelException.of(Errno.EINVAL);
            }
            lengths[i] = Math.min(length, most - sum);
            sum += lengths[i];
        }
        return new IoVector(addresses, lengths);
    }
}
