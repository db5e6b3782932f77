package org.asterism.kernel.vfs;

/**
 * The streams of a program that {@code run --exec} started, over the machine's raw channel: a service of the file system
 * bundle.
 *
 * <p>The channel carries frames: a type byte, the length of the payload as a little-endian 32-bit number, the payload. Frames
 * are sent whole, whoever sends.
 */
public interface HostChannel {
    /**
     * The command that the host wants to run: tells it that the kernel is ready (frame {@code R}) and waits for its answer
     * (frame {@code C}). To be called once, before {@link #standardInput()}.
     *
     * @return the bytes of the command
     */
    byte[] command();

    /**
     * Standard input, from frames {@code I}; an empty frame ends it. Without {@code asterism.stdin=1} on the command line it
     * is at its end at once.
     *
     * @return a file that behaves like a pipe, with one reference
     */
    OpenFile standardInput();

    /**
     * Standard output, to frames {@code O}.
     *
     * @return a file that behaves like a pipe, with one reference
     */
    OpenFile standardOutput();

    /**
     * Standard error, to frames {@code E}.
     *
     * @return a file that behaves like a pipe, with one reference
     */
    OpenFile standardError();

    /**
     * Sends a frame of another type, such as the one that carries the exit status.
     *
     * @param type the type byte
     * @param payload may be empty
     */
    void send(byte type, byte[] payload);
}
