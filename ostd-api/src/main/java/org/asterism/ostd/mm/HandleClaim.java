package org.asterism.ostd.mm;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import org.asterism.ostd.spi.FrameMemory;

/** What a handle owns, kept apart from the handle, so that it can be given back when the handle is lost. */
final class HandleClaim extends PhantomReference<Object> {
    final FrameMemory memory;
    /** The page of a {@link Frame}; unused for a table. */
    final long frame;
    /** The pages of a {@link FrameTable}; null for a frame. */
    final Object table;
    /** Name of the task that made the handle. */
    final String task;
    HandleClaim previous;
    HandleClaim next;

    HandleClaim(Object handle, ReferenceQueue<Object> lost, FrameMemory memory, long frame, Object table, String task) {
        super(handle, lost);
        this.memory = memory;
        this.frame = frame;
        this.table = table;
        this.task = task;
    }

    void giveBack() {
        if (table == null) {
            memory.dropReference(frame);
        } else {
            memory.truncateTable(table, 0);
        }
    }

    String description() {
        return (table == null ? "frame 0x" + Long.toHexString(frame) : "a frame table") + " of task " + task;
    }
}
