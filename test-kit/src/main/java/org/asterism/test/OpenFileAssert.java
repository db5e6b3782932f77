package org.asterism.test;

import java.nio.charset.StandardCharsets;
import org.assertj.core.api.AbstractAssert;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.PollEvents;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.ostd.mm.ArrayWriter;

/** Assertions about an open file. */
public final class OpenFileAssert extends AbstractAssert<OpenFileAssert, OpenFile> {
    private static final int PIECE = 4096;

    OpenFileAssert(OpenFile file) {
        super(file, OpenFileAssert.class);
    }

    /**
     * It is shown under a path.
     *
     * @param path as {@code /proc/self/fd} shows it
     * @return this
     */
    public OpenFileAssert hasPath(String path) {
        if (!actual.path().equals(path)) {
            failWithMessage("expected the path of the file to be '%s', but it is '%s'", path, actual.path());
        }
        return this;
    }

    /**
     * All its bytes, from position 0 to its end, are a text; does not move its offset.
     *
     * @param expected Latin-1
     * @return this
     */
    public OpenFileAssert hasContent(String expected) {
        StringBuilder content = new StringBuilder();
        byte[] piece = new byte[PIECE];
        try {
            for (long count = readAt(0, piece); count > 0; count = readAt(content.length(), piece)) {
                content.append(new String(piece, 0, (int) count, StandardCharsets.ISO_8859_1));
            }
        } catch (KernelException failure) {
            failWithMessage("expected %s to have content '%s', but reading at %s fails with %s", actual.path(), expected, content.length(),
                    failure.errno());
        }
        if (!content.toString().equals(expected)) {
            failWithMessage("expected the content of %s to be '%s', but it is '%s'", actual.path(), expected, content);
        }
        return this;
    }

    /**
     * Reading at a position fails.
     *
     * @param position of the first byte
     * @param errno expected
     * @return this
     */
    public OpenFileAssert failsReadingAt(long position, Errno errno) {
        new KernelCallAssert<>(() -> readAt(position, new byte[1])).as(descriptionText()).failsWith(errno);
        return this;
    }

    /**
     * A read would not wait.
     *
     * @return this
     */
    public OpenFileAssert isReadable() {
        return polls(PollEvents.READABLE, "readable");
    }

    /**
     * A write would not wait.
     *
     * @return this
     */
    public OpenFileAssert isWritable() {
        return polls(PollEvents.WRITABLE, "writable");
    }

    /**
     * A read would wait.
     *
     * @return this
     */
    public OpenFileAssert isNotReadable() {
        if ((actual.poll(null) & PollEvents.READABLE) != 0) {
            failWithMessage("expected %s not to be readable, but it is", actual.path());
        }
        return this;
    }

    private OpenFileAssert polls(int event, String word) {
        int events = actual.poll(null);
        if ((events & event) == 0) {
            failWithMessage("expected %s to be %s, but it polls as 0x%s", actual.path(), word, Integer.toHexString(events));
        }
        return this;
    }

    private long readAt(long position, byte[] into) throws KernelException {
        return actual.readAt(position, new ArrayWriter(into, 0, into.length));
    }
}
