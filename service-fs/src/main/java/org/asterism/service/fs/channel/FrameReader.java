package org.asterism.service.fs.channel;

import org.asterism.kernel.abi.LittleEndian;
import org.asterism.ostd.console.Console;
import org.asterism.ostd.log.Log;

/** Receives frames; see {@link FrameWriter} for their form. One task at a time. */
final class FrameReader {
    private FrameReader() {
    }

    /**
     * Waits for a frame of one type.
     *
     * @return its payload; null, with a line in the log, if the host sent something else
     */
    static byte[] receive(byte type) {
        byte[] header = bytes(FrameWriter.HEADER);
        int length = LittleEndian.getInt(header, 1);
        if (header[0] != type || length < 0) {
            Log.error("raw channel: a frame of type " + (char) header[0] + " and " + length + " bytes; only '" + (char) type
                    + "' is expected");
            return null;
        }
        return bytes(length);
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        int done = 0;
        while (done < length) {
            done += Console.channel().read(bytes, done, length - done);
        }
        return bytes;
    }
}
