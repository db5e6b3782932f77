package org.asterism.service.proc.loader;

import java.util.Arrays;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.vfs.Answers;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.ostd.mm.ArrayWriter;

/** Reads small parts of files into arrays. */
final class FileBytes {
    private FileBytes() {
    }

    /**
     * Reads a range.
     *
     * @return shorter than {@code length} if the file ends before
     * @throws KernelException what reading gives; {@code EINVAL} for a position that no file has
     */
    static byte[] read(OpenFile file, long position, int length) throws KernelException {
        if (position < 0 || position + length < 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        byte[] bytes = new byte[length];
        int done = 0;
        while (done < length) {
            long got = Answers.readAt(file, position + done, new ArrayWriter(bytes, done, length - done));
            if (got <= 0) {
                return Arrays.copyOf(bytes, done);
            }
            done += (int) got;
        }
        return bytes;
    }
}
