package org.asterism.ostd.mm;

import java.util.Objects;
import org.asterism.ostd.effect.SlowPath;
import org.asterism.ostd.task.TaskLocal;

/** A {@link MemoryReader} over up to {@link IoVector#MAX_SEGMENTS} ranges of user memory. */
public final class UserReader extends MemoryReader implements AutoCloseable {
    private static final TaskLocal<UserReader> OWN = new TaskLocal<>(UserReader::another);

    private final IoVector vector;
    private boolean borrowed;

    /**
     * Reads one range.
     *
     * @param address the first user address
     * @param length bytes, not negative
     */
    public UserReader(long address, long length) {
        this(new IoVector(address, length));
    }

    /**
     * Reads the ranges of a vector, in order.
     *
     * @param vector the ranges; this cursor moves it on
     */
    public UserReader(IoVector vector) {
        this.vector = vector;
    }

    /**
     * Borrows the running task's own cursor: {@code try (var user = UserReader.borrow(…)) { … }}.
     *
     * @param address the first user address
     * @param length bytes, not negative
     * @return over one range, until it is closed
     */
    public static UserReader borrow(long address, long length) {
        UserReader cursor = OWN.get();
        if (cursor.borrowed) {
            cursor = another();
        }
        cursor.vector.become(address, length);
        cursor.borrowed = true;
        return cursor;
    }

    @SlowPath("a call reads user memory in two places at once")
    private static UserReader another() {
        return new UserReader(0, 0);
    }

    /** Ends the loan; nothing remains. */
    @Override
    public void close() {
        vector.limit(0);
        borrowed = false;
    }

    @Override
    public long remaining() {
        return vector.remaining();
    }

    @Override
    public int read(byte[] into, int at, int length) {
        Objects.checkFromIndexSize(at, length, into.length);
        int done = 0;
        try {
            while (done < length && vector.remaining() > 0) {
                int part = (int) Math.min(length - done, vector.partLength());
                int copied = UserMemory.access().read(vector.partAddress(), into, at + done, part);
                vector.advance(copied);
                done += copied;
                if (copied < part) {
                    break;
                }
            }
        } catch (OutOfMemoryError exhausted) {
            vector.endShort(exhausted);
        }
        return done;
    }

    @Override
    public int read(FrameTable into, long position, int length) {
        FrameTable.checkRange(position, length);
        int done = 0;
        try {
            while (done < length && vector.remaining() > 0) {
                int part = (int) Math.min(length - done, vector.partLength());
                int copied = UserMemory.access().readToTable(vector.partAddress(), into.handle(), position + done, part);
                vector.advance(copied);
                done += copied;
                if (copied < part) {
                    break;
                }
            }
        } catch (OutOfMemoryError exhausted) {
            vector.endShort(exhausted);
        }
        return done;
    }

    @Override
    public void limit(long length) {
        vector.limit(length);
    }
}
