package org.asterism.ostd.mm;

import java.util.Objects;
import org.asterism.ostd.effect.SlowPath;
import org.asterism.ostd.task.TaskLocal;

/** A {@link MemoryWriter} over up to {@link IoVector#MAX_SEGMENTS} ranges of user memory. */
public final class UserWriter extends MemoryWriter implements AutoCloseable {
    private static final TaskLocal<UserWriter> OWN = new TaskLocal<>(UserWriter::another);

    private final IoVector vector;
    private boolean borrowed;

    /**
     * Writes one range.
     *
     * @param address the first user address
     * @param length bytes, not negative
     */
    public UserWriter(long address, long length) {
        this(new IoVector(address, length));
    }

    /**
     * Writes the ranges of a vector, in order.
     *
     * @param vector the ranges; this cursor moves it on
     */
    public UserWriter(IoVector vector) {
        this.vector = vector;
    }

    /**
     * Borrows the running task's own cursor: {@code try (var user = UserWriter.borrow(…)) { … }}.
     *
     * @param address the first user address
     * @param length bytes, not negative
     * @return over one range, until it is closed
     */
    public static UserWriter borrow(long address, long length) {
        UserWriter cursor = OWN.get();
        if (cursor.borrowed) {
            cursor = another();
        }
        cursor.vector.become(address, length);
        cursor.borrowed = true;
        return cursor;
    }

    @SlowPath("a call writes user memory in two places at once")
    private static UserWriter another() {
        return new UserWriter(0, 0);
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
    public int write(byte[] from, int at, int length) {
        Objects.checkFromIndexSize(at, length, from.length);
        int done = 0;
        try {
            while (done < length && vector.remaining() > 0) {
                int part = (int) Math.min(length - done, vector.partLength());
                int copied = UserMemory.access().write(vector.partAddress(), from, at + done, part);
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
    public int write(FrameTable from, long position, int length) {
        FrameTable.checkRange(position, length);
        int done = 0;
        try {
            while (done < length && vector.remaining() > 0) {
                int part = (int) Math.min(length - done, vector.partLength());
                int copied = UserMemory.access().writeFromTable(vector.partAddress(), from.handle(), position + done, part);
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
    public int writeZeroes(int length) {
        int done = 0;
        try {
            while (done < length && vector.remaining() > 0) {
                int part = (int) Math.min(length - done, vector.partLength());
                int copied = (int) UserMemory.access().clear(vector.partAddress(), part);
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
