package org.asterism.service.fs.channel;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.ostd.mm.ArrayReader;
import org.asterism.ostd.mm.MemoryReader;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.time.Clock;

/** Moves the payload of input frames into a pipe, until an empty frame comes or nobody reads any more. */
final class InputPump implements Runnable {
    private static final byte INPUT = 'I';
    private static final long RETRY_NANOS = 10_000_000;

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
        MemoryReader rest = new ArrayReader(payload, 0, payload.length);
        while (rest.remaining() > 0) {
            write(rest);
        }
        return true;
    }

    /** Writes as much as there is memory for; input is held back, not lost, while there is none. */
    private void write(MemoryReader rest) throws KernelException {
        try {
            pipe.write(null, rest);
        } catch (OutOfMemoryError noFrame) {
            Task.parkUntil(Clock.monotonicNanos() + RETRY_NANOS);
        }
    }
}
