package org.asterism.machine;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * One frame of the raw channel: a type byte, the payload's length as four bytes little-endian, the payload.
 *
 * <p>From the guest: {@code 'O'} standard output, {@code 'E'} standard error, {@code 'X'} exit code (four bytes
 * little-endian, 128 + signal after a signal), the last frame, {@code 'R'} ready to listen. To the guest, not before it
 * is ready: {@code 'C'} the command, first; then {@code 'I'} standard input, whose empty payload means its end.
 *
 * @param type one of the characters above
 * @param payload at most {@link #MOST_PAYLOAD} bytes
 */
record Frame(char type, byte[] payload) {
    static final char OUTPUT = 'O';
    static final char ERROR = 'E';
    static final char EXIT = 'X';
    static final char READY = 'R';
    static final char COMMAND = 'C';
    static final char INPUT = 'I';

    /** Longer frames are refused: the guest is out of step. */
    static final int MOST_PAYLOAD = 1 << 20;

    private static final int HEADER_BYTES = 5;

    /** The frame as it travels. */
    byte[] bytes() {
        return ByteBuffer.allocate(HEADER_BYTES + payload.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) type)
                .putInt(payload.length)
                .put(payload)
                .array();
    }

    /** The exit code that an {@link #EXIT} frame carries. */
    int exitCode() throws IOException {
        if (payload.length != Integer.BYTES) {
            throw new IOException("the guest sent an exit frame of " + payload.length + " bytes instead of 4");
        }
        return ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN).getInt();
    }

    /** Reads the next frame; null at the end of the stream. */
    static Frame read(DataInputStream in) throws IOException {
        int type = in.read();
        if (type < 0) {
            return null;
        }
        try {
            int length = Integer.reverseBytes(in.readInt());
            if (length < 0 || length > MOST_PAYLOAD) {
                throw new IOException("the guest sent a frame of type " + type + " and length " + length
                        + ", which is past " + MOST_PAYLOAD);
            }
            byte[] payload = new byte[length];
            in.readFully(payload);
            return new Frame((char) type, payload);
        } catch (EOFException e) {
            return null;
        }
    }
}
