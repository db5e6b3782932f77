package org.asterism.ostd.scheduling;

import org.asterism.ostd.arch.Processor;
import org.asterism.ostd.failure.FailureReport;
import org.asterism.ostd.runtime.Preemption;
import org.asterism.ostd.spi.Ostd;
import org.asterism.ostd.spi.Tasks;
import org.asterism.ostd.task.Scheduler;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.task.TaskAccess;
import org.asterism.ostd.unsafe.Waits;

/** The API's tasks over the switcher. */
public final class TaskService implements Tasks {
    private final TaskSwitcher switcher;
    private final TimerService timers;
    private final Processor processor;

    /**
     * Tasks of a machine.
     *
     * @param switcher  that runs them
     * @param timers    that end their waits
     * @param processor with the clock
     */
    public TaskService(TaskSwitcher switcher, TimerService timers, Processor processor) {
        this.switcher = switcher;
        this.timers = timers;
        this.processor = processor;
    }

    @Override
    public Task current() {
        return switcher.current().task;
    }

    @Override
    public void start(Task task) {
        TaskState state = new TaskState(task);
        Preemption.disable();
        boolean first = stateOf(task) == null;
        if (first) {
            TaskAccess.setMachineState(Ostd.machine(), task, state);
        }
        Preemption.enable();
        if (!first) {
            throw new IllegalStateException(task + " was started before; a task runs once");
        }
        try {
            switcher.start(state);
        } catch (OutOfMemoryError noStack) {
            TaskAccess.setMachineState(Ostd.machine(), task, null);
            throw noStack;
        }
    }

    @Override
    public void park(long deadlineNanos) {
        park(deadlineNanos, TaskState.TASK_PERMIT);
    }

    /** Parks the current task for one of its permits. */
    void park(long deadlineNanos, int permit) {
        if (!Preemption.isEnabled()) {
            throw new IllegalStateException("a task parks with preemption off; release spin locks before waiting");
        }
        TaskState self = switcher.current();
        switcher.lock().lock();
        if ((self.permits & permit) != 0) {
            self.permits &= ~permit;
            switcher.lock().unlock();
            return;
        }
        if (deadlineNanos != Task.NO_DEADLINE) {
            if (deadlineNanos <= processor.monotonicNanos()) {
                switcher.lock().unlock();
                return;
            }
            timers.armLocked(self.deadline, deadlineNanos);
        }
        switcher.sleep(permit);
        if (deadlineNanos != Task.NO_DEADLINE) {
            timers.disarm(self.deadline);
        }
    }

    @Override
    public void unpark(Task task) {
        TaskState state = stateOf(task);
        if (state != null) {
            unpark(state, TaskState.TASK_PERMIT);
        }
    }

    void unpark(TaskState state, int permit) {
        switcher.lock().lock();
        try {
            switcher.wake(state, permit);
        } finally {
            switcher.lock().unlock();
        }
    }

    @Override
    @Waits
    public void yield() {
        if (!Preemption.isEnabled()) {
            throw new IllegalStateException("a task yields with preemption off; release spin locks before");
        }
        Preemption.disable();
        try {
            switcher.giveWay(Scheduler.Reason.YIELDED);
            switcher.requestStress();
        } finally {
            Preemption.enable();
        }
    }

    @Override
    public void disablePreemption() {
        Preemption.disable();
    }

    @Override
    public void enablePreemption() {
        Preemption.enable();
    }

    @Override
    public boolean isAtomic() {
        return !Preemption.isEnabled();
    }

    @Override
    public void raiseEvent(Task task) {
        TaskState state = stateOf(task);
        if (state != null) {
            // One processor: whoever raises it is not in user mode, and user mode looks for it before it begins again.
            state.event = true;
        }
    }

    @Override
    public long cpuTimeNanos(Task task, boolean user) {
        TaskState state = stateOf(task);
        if (state == null) {
            return 0;
        }
        long userNanos = processor.nanosOf(state.userTicks);
        return user ? userNanos : Math.max(0, switcher.ranNanos(state) - userNanos);
    }

    @Override
    public boolean isInPolicy() {
        return switcher.isInPolicy();
    }

    @Override
    public void report(String what, Throwable failure) {
        switcher.report(what, failure);
    }

    @Override
    public void install(Scheduler scheduler) {
        switcher.install(scheduler);
    }

    @Override
    public long idleNanos() {
        return switcher.ranNanos(switcher.idle());
    }

    @Override
    public int deepestStackBytes() {
        return switcher.deepestStackBytes();
    }

    @Override
    public long switches() {
        return switcher.switches();
    }

    static TaskState stateOf(Task task) {
        return (TaskState) TaskAccess.machineState(Ostd.machine(), task);
    }

    static void runBody(Task task) {
        try {
            TaskAccess.body(Ostd.machine(), task).run();
        } catch (Throwable escaped) {
            FailureReport.contain("the body of a task, which ends", escaped);
        }
    }
}
