package org.asterism.service.fs.poll;

import org.asterism.kernel.abi.LittleEndian;
import org.asterism.ostd.effect.SlowPath;
import org.asterism.ostd.mm.UserMemory;
import org.asterism.ostd.task.TaskLocal;

/** Events on their way to a program, as {@code struct epoll_event[]}: 32 bits of events, and 64 bits of data at the end of a record. */
public final class EventRecords {
    private static final int FIRST_BYTES = 1024;
    private static final TaskLocal<EventRecords> OWN = new TaskLocal<>(EventRecords::new);

    private byte[] bytes = new byte[FIRST_BYTES];
    private int stride;
    private int room;
    private int count;

    private EventRecords() {
    }

    /**
     * The running task's own, emptied; a task collects events in one call at a time.
     *
     * @param room how many records at most
     * @param stride bytes from one record to the next: 12 or 16
     * @return never null
     */
    public static EventRecords begin(int room, int stride) {
        EventRecords records = OWN.get();
        if (records.bytes.length < room * stride) {
            records.grow(room * stride);
        }
        records.stride = stride;
        records.room = room;
        records.count = 0;
        return records;
    }

    @SlowPath("a task asks for more events at once than ever before; the room is kept until the task ends")
    private void grow(int length) {
        bytes = new byte[length];
    }

    int count() {
        return count;
    }

    boolean isFull() {
        return count == room;
    }

    void add(int events, long data) {
        LittleEndian.putInt(bytes, count * stride, events);
        LittleEndian.putLong(bytes, (count + 1) * stride - 8, data);
        count++;
    }

    /**
     * Copies the records out.
     *
     * @param address in user memory
     * @return whether all of it could be written
     */
    public boolean copyTo(long address) {
        return UserMemory.write(address, bytes, 0, count * stride) == count * stride;
    }
}
