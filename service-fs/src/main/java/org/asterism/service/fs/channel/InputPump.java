package org.asterism.service.fs.channel;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.ostd.console.Console;
import org.asterism.ostd.log.Log;
import org.asterism.ostd.mm.ArrayReader;

/** Moves the payload of input frames into a pipe, until an empty frame comes or nobody reads any more. */
final class InputPump implements Runnable {
    private static final byte INPUT = 'I';

    private final OpenFile pipe;

    /** The pipe's reference passes to the pump. */
    InputPump(OpenFile pipe) {
        this.pipe = pipe;
    }

    @Override
    public void run() {
        try {
            boolean more = true;
            while (more) {
                more = moveFrame();
            }
        } catch (KernelException noReader) {
            // the program closed its standard input: what is left is of no use to anyone
        } finally {
            pipe.release();
        }
    }

    private boolean moveFrame() throws KernelException {
        byte[] header = receive(FrameWriter.HEADER);
        int length = LittleEndian.getInt(header, 1);
        if (header[0] != INPUT || length < 0) {
            Log.error("raw channel: a frame of type " + header[0] + " and " + length + " bytes; only 'I' is expected");
            return false;
        }
        if (length == 0) {
            return false;
        }
        byte[] payload = receive(length);
        pipe.write(null, new ArrayReader(payload, 0, length));
        return true;
    }

    private static byte[] receive(int length) {
        byte[] bytes = new byte[length];
        int done = 0;
        while (done < length) {
            done += Console.channel().read(bytes, done, length - done);
        }
        return bytes;
    }
}
