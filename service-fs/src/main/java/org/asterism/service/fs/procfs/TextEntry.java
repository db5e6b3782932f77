package org.asterism.service.fs.procfs;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.vfs.ProcEntry;

/**
 * A file of the whole system.
 *
 * @param path relative to {@code /proc}
 * @param text makes its text
 * @param sink takes what is written; null if it cannot be written
 */
record TextEntry(String path, Content text, ContentSink sink) implements ProcEntry {
    TextEntry(String path, Content text) {
        this(path, text, null);
    }

    @Override
    public byte[] content() throws KernelException {
        return text.make();
    }

    @Override
    public int mode() {
        return sink == null ? 0444 : 0644;
    }

    @Override
    public void write(byte[] bytes) throws KernelException {
        if (sink == null) {
            throw KernelException.of(Errno.EPERM);
        }
        sink.take(bytes);
    }
}
