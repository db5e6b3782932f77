package org.asterism.service.mm;

import org.asterism.kernel.process.UserThread;
import org.asterism.ostd.task.Task;

/** Resource limits of whoever runs: page faults and the heap's end have no thread among their parameters. */
final class ResourceLimits {
    private ResourceLimits() {
    }

    /** Whether a size is above the current task's soft limit; kernel tasks have none. */
    static boolean exceeded(int resource, long bytes) {
        if (!(Task.current().data() instanceof UserThread thread)) {
            return false;
        }
        long limit = thread.process().softLimit(resource);
        return limit >= 0 && bytes > limit;
    }
}
