package org.asterism.service.fs.devfs;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.ControlRequests;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.ostd.mm.MemoryReader;
import org.asterism.ostd.mm.MemoryWriter;
import org.asterism.ostd.mm.UserMemory;
import org.asterism.ostd.random.Entropy;
import org.asterism.ostd.task.TaskLocal;

/** Random bytes without end; what is written is taken and forgotten, since the machine's source needs no seed. Source: random(4). */
abstract class EntropyDevice extends MemoryDevice {
    private static final int CHUNK = 256;
    private static final TaskLocal<byte[]> OWN = new TaskLocal<>(() -> new byte[CHUNK]);
    private static final int ENTROPY_BITS = 256;

    EntropyDevice(int minor, String name) {
        super(minor, name, 0666);
    }

    @Override
    final long read(MemoryWriter into) throws KernelException {
        byte[] chunk = OWN.get();
        long done = 0;
        while (into.remaining() > 0) {
            Entropy.fill(chunk);
            int part = (int) Math.min(CHUNK, into.remaining());
            int given = into.write(chunk, 0, part);
            done += given;
            if (given < part) {
                break;
            }
        }
        if (done == 0 && into.remaining() > 0) {
            throw KernelException.of(Errno.EFAULT);
        }
        return done;
    }

    @Override
    final long write(MemoryReader from) {
        return from.remaining();
    }

    @Override
    final long ioctl(int request, long argument) throws KernelException {
        if (request != ControlRequests.RNDGETENTCNT) {
            throw KernelException.of(Errno.ENOTTY);
        }
        byte[] bits = new byte[4];
        LittleEndian.putInt(bits, 0, ENTROPY_BITS);
        if (UserMemory.write(argument, bits, 0, bits.length) < bits.length) {
            throw KernelException.of(Errno.EFAULT);
        }
        return 0;
    }
}
