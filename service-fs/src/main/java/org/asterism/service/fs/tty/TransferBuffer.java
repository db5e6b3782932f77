package org.asterism.service.fs.tty;

import org.asterism.ostd.task.TaskLocal;

/** Bytes on their way between a program and a terminal. */
final class TransferBuffer {
    /** The most that one step moves. */
    static final int BYTES = 4096;

    private static final TaskLocal<byte[]> OWN = new TaskLocal<>(() -> new byte[BYTES]);

    private TransferBuffer() {
    }

    /** The running task's own; a task moves bytes in one call at a time. */
    static byte[] own() {
        return OWN.get();
    }
}
