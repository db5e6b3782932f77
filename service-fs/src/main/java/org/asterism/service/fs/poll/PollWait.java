package org.asterism.service.fs.poll;

import java.util.Arrays;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.vfs.Poller;
import org.asterism.ostd.effect.SlowPath;
import org.asterism.ostd.sync.WaitQueue;
import org.asterism.ostd.sync.Waiter;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.task.TaskLocal;
import org.asterism.ostd.time.Clock;

/** The current task's place in the queues of several files. */
public final class PollWait implements Poller, AutoCloseable {
    private static final int FIRST_SIZE = 4;
    private static final TaskLocal<PollWait> OWN = new TaskLocal<>(PollWait::new);

    private WaitQueue[] queues = new WaitQueue[FIRST_SIZE];
    private Waiter[] waiters = new Waiter[FIRST_SIZE];
    private int count;

    private PollWait() {
        fill(0);
    }

    /**
     * The running task's own, in no queue; a task waits for files in one call at a time.
     *
     * @return to be closed
     */
    public static PollWait begin() {
        return OWN.get();
    }

    private void fill(int from) {
        for (int i = from; i < waiters.length; i++) {
            waiters[i] = new Waiter();
        }
    }

    @SlowPath("a task waits for more files at once than ever before; the places are kept until the task ends")
    private void grow() {
        queues = Arrays.copyOf(queues, count * 2);
        waiters = Arrays.copyOf(waiters, count * 2);
        fill(count);
    }

    @Override
    public void register(WaitQueue queue) {
        if (count == queues.length) {
            grow();
        }
        queue.enqueue(waiters[count]);
        queues[count] = queue;
        count++;
    }

    /**
     * Sleeps until a queue is woken; may return early.
     *
     * @param thread the caller
     * @param deadlineNanos monotonic nanoseconds, {@link Task#NO_DEADLINE} for none
     * @return whether there is time left
     * @throws KernelException {@code ERESTARTNOHAND} if a signal came
     */
    public boolean sleep(UserThread thread, long deadlineNanos) throws KernelException {
        if (thread.isInterrupted()) {
            throw KernelException.of(Errno.ERESTARTNOHAND);
        }
        if (deadlineNanos != Task.NO_DEADLINE && Clock.monotonicNanos() >= deadlineNanos) {
            return false;
        }
        Task.parkUntil(deadlineNanos);
        return true;
    }

    /** Leaves all queues. */
    @Override
    public void close() {
        for (int i = 0; i < count; i++) {
            queues[i].remove(waiters[i]);
            queues[i] = null;
        }
        count = 0;
    }
}
