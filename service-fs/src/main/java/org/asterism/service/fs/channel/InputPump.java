package org.asterism.service.fs.channel;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.vfs.OpenFile;
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
        byte[] payload = FrameReader.receive(INPUT);
        if (payload == null || payload.length == 0) {
            return false;
        }
        pipe.write(null, new ArrayReader(payload, 0, payload.length));
        return true;
    }
}
