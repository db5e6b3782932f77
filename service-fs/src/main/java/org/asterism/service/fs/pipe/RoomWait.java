package org.asterism.service.fs.pipe;

import org.asterism.ostd.sync.WaitCondition;
import org.asterism.ostd.task.TaskLocal;

/** What the running task waits for when it writes bytes that must not be mixed with others. */
final class RoomWait implements WaitCondition {
    private static final TaskLocal<RoomWait> OWN = new TaskLocal<>(RoomWait::new);

    private Pipe pipe;
    private long bytes;

    private RoomWait() {
    }

    static RoomWait in(Pipe pipe, long bytes) {
        RoomWait wait = OWN.get();
        wait.pipe = pipe;
        wait.bytes = bytes;
        return wait;
    }

    @Override
    public boolean isSatisfied() {
        return pipe.hasRoom(bytes);
    }
}
