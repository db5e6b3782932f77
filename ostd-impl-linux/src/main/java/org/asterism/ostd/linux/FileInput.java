package org.asterism.ostd.linux;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.asterism.ostd.unsafe.ObjectLayout;
import org.asterism.ostd.unsafe.ObjectReference;

/** Standard input: each read is one system call. */
final class FileInput extends InputStream {
    private final int file;
    private final byte[] single = new byte[1];

    FileInput(int file) {
        this.file = file;
    }

    @Override
    public int read() throws IOException {
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        // SAFETY: the range lies in the array, which does not move, and the parameter keeps it alive.
        long address = ObjectReference.toAddress(bytes) + ObjectLayout.ARRAY_DATA + offset;
        long count = LinuxSystemCalls.read(file, address, length);
        if (count < 0) {
            throw new IOException("read of file " + file + " failed with errno " + -count);
        }
        return count == 0 ? -1 : (int) count;
    }
}
