package org.asterism.ostd.linux;

import java.io.OutputStream;
import org.asterism.ostd.unsafe.ObjectLayout;
import org.asterism.ostd.unsafe.ObjectReference;

/** Standard output or error: each write is one system call, or several if Linux takes less. */
final class FileOutput extends OutputStream {
    private final int file;

    FileOutput(int file) {
        this.file = file;
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if ((offset | length) < 0 || length > bytes.length - offset) {
            throw new IndexOutOfBoundsException("bytes " + offset + " to " + (offset + (long) length) + " of " + bytes.length);
        }
        // SAFETY: the range lies in the array, which does not move, and the parameter keeps it alive.
        long from = ObjectReference.toAddress(bytes) + ObjectLayout.ARRAY_DATA + offset;
        long left = length;
        while (left > 0) {
            long written = LinuxSystemCalls.write(file, from, left);
            if (written < 0) {
                return;
            }
            from += written;
            left -= written;
        }
    }
}
