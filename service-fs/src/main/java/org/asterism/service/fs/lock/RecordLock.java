package org.asterism.service.fs.lock;

/**
 * A lock on a range of bytes.
 *
 * @param owner a descriptor table, or an open file
 * @param processId who set it, −1 for locks of open files
 * @param start the first byte
 * @param end the last byte, {@link Long#MAX_VALUE} for all that may ever follow
 * @param exclusive whether it excludes shared locks, too
 */
public record RecordLock(Object owner, int processId, long start, long end, boolean exclusive) {
    boolean overlaps(RecordLock other) {
        return start <= other.end && other.start <= end;
    }

    boolean conflictsWith(RecordLock other) {
        return owner != other.owner && (exclusive || other.exclusive) && overlaps(other);
    }

    RecordLock within(long first, long last) {
        return new RecordLock(owner, processId, first, last, exclusive);
    }
}
