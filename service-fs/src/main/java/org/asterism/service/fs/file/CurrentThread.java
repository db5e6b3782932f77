package org.asterism.service.fs.file;

import org.asterism.kernel.process.UserThread;
import org.asterism.ostd.task.Task;

/** The user thread that the running task runs, for what depends on the caller: terminals, limits, {@code /proc/self}. */
public final class CurrentThread {
    private CurrentThread() {
    }

    /**
     * The thread of the running task.
     *
     * @return null in a task of the kernel
     */
    public static UserThread get() {
        return Task.current().data() instanceof UserThread thread ? thread : null;
    }
}
