package org.asterism.service.fs.channel;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.ostd.console.Console;
import org.asterism.ostd.mm.MemoryReader;
import org.asterism.ostd.sync.Mutex;

/** Sends frames whole: a type byte, the payload's length as a little-endian 32-bit number, the payload. */
final class FrameWriter {
    /** Bytes before the payload. */
    static final int HEADER = 5;

    private static final int MOST = 1 << 14;

    private final Mutex lock = new Mutex();
    private final byte[] frame = new byte[HEADER + MOST];

    void send(byte type, byte[] payload) {
        byte[] whole = new byte[HEADER + payload.length];
        whole[0] = type;
        LittleEndian.putInt(whole, 1, payload.length);
        System.arraycopy(payload, 0, whole, HEADER, payload.length);
        try (var held = lock.lock()) {
            Console.channel().write(whole, 0, whole.length);
        }
    }

    /** Sends bytes in as many frames as they need. */
    long send(byte type, MemoryReader from) throws KernelException {
        long done = 0;
        while (from.remaining() > 0) {
            try (var held = lock.lock()) {
                int part = (int) Math.min(MOST, from.remaining());
                int taken = from.read(frame, HEADER, part);
                if (taken > 0) {
                    frame[0] = type;
                    LittleEndian.putInt(frame, 1, taken);
                    Console.channel().write(frame, 0, HEADER + taken);
                }
                done += taken;
                if (taken < part) {
                    break;
                }
            }
        }
        if (done == 0 && from.remaining() > 0) {
            throw KernelException.of(Errno.EFAULT);
        }
        return done;
    }
}
