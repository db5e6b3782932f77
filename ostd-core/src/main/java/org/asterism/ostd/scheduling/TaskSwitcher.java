package org.asterism.ostd.scheduling;

import org.asterism.ostd.arch.AddressTranslation;
import org.asterism.ostd.arch.Processor;
import org.asterism.ostd.arch.RawLock;
import org.asterism.ostd.arch.UserEntry;
import org.asterism.ostd.failure.FailureWatch;
import org.asterism.ostd.failure.PolicyGuard;
import org.asterism.ostd.paging.AddressSpace;
import org.asterism.ostd.runtime.ManagedHeap;
import org.asterism.ostd.runtime.Preemption;
import org.asterism.ostd.runtime.StackReserve;
import org.asterism.ostd.task.FifoScheduler;
import org.asterism.ostd.task.Scheduler;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.ObjectReference;
import org.asterism.ostd.unsafe.ThreadArea;
import org.asterism.ostd.unsafe.Waits;

/** Which task runs: the run queue around the policy, the switch itself, and the end of tasks. */
public final class TaskSwitcher implements PolicyGuard.Tasks {
    /** Where a task that does not run keeps its stack pointer, in its thread area. */
    static final int SAVED_STACK_POINTER = ThreadArea.MACHINE;

    private static final long SLICE_NANOS = 4_000_000;

    private final Processor processor;
    private final AddressTranslation translation;
    private final UserEntry userEntry;
    private final TaskStacks stacks;
    private final AlarmClock alarm;
    private final RawLock lock = new RawLock();
    private final TaskState idle;
    private final FailureWatch watch;
    private PolicyGuard policy;
    private TaskState current;
    /** Every task that was started and has not ended, the idle one included. */
    private TaskState all;
    /** Tasks in the queue of the policy. */
    private int queued;
    /** The task in which the policy is being asked; null if it is not. */
    private TaskState asking;
    /** Who got every runnable task last. */
    private Scheduler handedOver;
    private boolean rescheduleDue;
    /** Null unless tasks are to be preempted much more often than they need to be. */
    private PreemptionStress stress;
    private long sliceEndNanos;
    private long switches;
    /** Ended, but its stack may still be in use until the switch is over. */
    private TaskState ended;

    /**
     * The switcher of a processor; the calling flow of control becomes its idle task.
     *
     * @param processor   to switch
     * @param translation that follows the task's address space
     * @param userEntry   whose registers stay on the processor
     * @param stacks      of tasks
     * @param idleTask    stands for the caller
     * @param watch       told when a policy fails
     */
    public TaskSwitcher(Processor processor, AddressTranslation translation, UserEntry userEntry, TaskStacks stacks, Task idleTask,
            FailureWatch watch) {
        this.processor = processor;
        this.translation = translation;
        this.userEntry = userEntry;
        this.stacks = stacks;
        this.watch = watch;
        policy = new PolicyGuard(watch, this, new FifoScheduler(), new FifoScheduler());
        alarm = new AlarmClock(processor);
        idle = new TaskState(idleTask);
        idle.area = ThreadArea.current();
        idle.state = TaskState.RUNNING;
        Address.storeLong(idle.area + ThreadArea.TASK, ObjectReference.toAddress(idle));
        current = idle;
        link(idle);
    }

    RawLock lock() {
        return lock;
    }

    AlarmClock alarm() {
        return alarm;
    }

    /**
     * The running task.
     *
     * @return never null
     */
    public TaskState current() {
        return ObjectReference.fromAddress(Address.loadLong(ThreadArea.current() + ThreadArea.TASK));
    }

    TaskState idle() {
        return idle;
    }

    int deepestStackBytes() {
        return stacks.deepestBytes();
    }

    long switches() {
        return switches;
    }

    /** The first of all tasks, linked by {@code next}. */
    TaskState all() {
        return all;
    }

    /** When the running task should give way to another; {@link Long#MAX_VALUE} if no other waits. The lock is held. */
    long sliceEnd() {
        return queued == 0 ? Long.MAX_VALUE : sliceEndNanos;
    }

    /** Makes a stack for a task and lets it run. */
    void start(TaskState state) {
        state.stack = stacks.take();
        state.area = stacks.area(state.stack);
        Address.storeLong(state.area + ThreadArea.TASK, ObjectReference.toAddress(state));
        // SAFETY: the first switch to this task behaves as if it returned into a task that holds the scheduler lock.
        Address.storeInt(state.area + ThreadArea.PREEMPTION_DEPTH, 1);
        Address.storeLong(state.area + SAVED_STACK_POINTER, processor.prepareStack(state.area));
        lock.lock();
        link(state);
        enqueue(state, Scheduler.Reason.SPAWNED);
        lock.unlock();
    }

    /** Puts a task into the queue and asks for a switch if it is worth one. The lock is held. */
    void enqueue(TaskState state, Scheduler.Reason reason) {
        long limit = StackReserve.open();
        try {
            state.state = TaskState.RUNNABLE;
            queued++;
            boolean began = beginAsking();
            policy.enqueue(state.task, reason);
            endAsking(began);
            if (queued == 1) {
                sliceEndNanos = processor.monotonicNanos() + SLICE_NANOS;
                alarm.request(sliceEndNanos);
            }
            if (current == idle || reason == Scheduler.Reason.WOKEN && preempts(state)) {
                requestReschedule();
            }
        } finally {
            StackReserve.close(limit);
        }
    }

    private boolean preempts(TaskState woken) {
        boolean began = beginAsking();
        boolean preempts = policy.preempts(woken.task, current.task);
        endAsking(began);
        return preempts;
    }

    private boolean isTimeOver(long nowNanos) {
        boolean began = beginAsking();
        boolean over = policy.tick(current.task, nowNanos - current.runningSince);
        endAsking(began);
        return over;
    }

    /**
     * What follows is the policy's: it may change the run queue. Its guard lets nothing be thrown. Returns whether this is the first of nested calls: one that fails is replaced, and that woken which tells of it, inside of it.
     */
    private boolean beginAsking() {
        boolean first = asking == null;
        if (first) {
            asking = current();
        }
        return first;
    }

    private void endAsking(boolean began) {
        if (began) {
            asking = null;
        }
    }

    /** Tells whether the policy is being asked, in the current task. */
    boolean isInPolicy() {
        return asking == current();
    }

    /** Has a failure reported by a task. */
    void report(String what, Throwable failure) {
        watch.report(what, failure);
    }

    private void requestReschedule() {
        rescheduleDue = true;
        Address.storeInt(ThreadArea.current() + ThreadArea.PREEMPTION_PENDING, 1);
    }

    /** Makes a task that is parked for a permit runnable, or leaves it the permit. The lock is held. */
    void wake(TaskState state, int permit) {
        if (state.state == TaskState.PARKED && (state.parkedFor & permit) != 0) {
            state.parkedFor = 0;
            enqueue(state, Scheduler.Reason.WOKEN);
        } else {
            state.permits |= permit;
        }
    }

    /** Makes a task runnable whose deadline has passed. The lock is held. */
    void expire(TaskState state) {
        if (state.state == TaskState.PARKED && state.parkedFor != 0) {
            state.parkedFor = 0;
            enqueue(state, Scheduler.Reason.WOKEN);
        }
    }

    /** Lets the policy decide whether the time slice is over. Called in atomic context. */
    void tick(long nowNanos) {
        lock.lock();
        try {
            if (queued > 0 && (stress != null || nowNanos >= sliceEndNanos)) {
                sliceEndNanos = nowNanos + SLICE_NANOS;
                if (stress != null || current == idle || isTimeOver(nowNanos)) {
                    rescheduleDue = true;
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Preempts tasks as often as a stress says from now on, whatever the policy thinks.
     *
     * @param often null for not at all
     */
    public void preempt(PreemptionStress often) {
        stress = often;
    }

    /**
     * Asks for the next interrupt of the stress, if there is one. Called without the lock, as the last thing before a task goes on that other tasks
     * had taken the processor from: called earlier, the time might be up before the task has gone on, again and again in every task.
     */
    public void requestStress() {
        if (stress != null) {
            long interrupts = processor.disableInterrupts();
            alarm.requestBetween(stress.leastNanos(), stress.mostNanos(), stress.nextNanos());
            processor.restoreInterrupts(interrupts);
        }
    }

    /** Tells whether a switch was asked for, and forgets it. */
    boolean takeReschedule() {
        boolean due = rescheduleDue;
        rescheduleDue = false;
        return due;
    }

    /** Gives the processor to another task, staying runnable. Called with preemption off exactly once. */
    void giveWay(Scheduler.Reason reason) {
        lock.lock();
        if (current != idle) {
            enqueue(current, reason);
        }
        switchAway();
    }

    /** Gives the processor away until somebody wakes the current task. The lock is held, and released on return. */
    @Waits
    void sleep(int permit) {
        current.state = TaskState.PARKED;
        current.parkedFor = permit;
        Address.storeInt(current.area + ThreadArea.PARKED, 1);
        switchAway();
        Address.storeInt(ThreadArea.current() + ThreadArea.PARKED, 0);
        requestStress();
    }

    /** Ends the current task; does not return. */
    public void exit() {
        TaskState self = current();
        activate(null);
        lock.lock();
        ManagedHeap.taskEnded(self.area);
        self.state = TaskState.DEAD;
        unlink(self);
        ended = self;
        switchAway();
        throw new IllegalStateException("an ended task runs again");
    }

    /** Picks the next task and continues it. The lock is held by one {@code lock()}; when the caller runs again, it is released. */
    private void switchAway() {
        TaskState from = current;
        long limit = StackReserve.open();
        TaskState to = pick();
        StackReserve.close(limit);
        if (to != from) {
            long now = processor.monotonicNanos();
            from.ranNanos += now - from.runningSince;
            to.runningSince = now;
            sliceEndNanos = now + SLICE_NANOS;
            switches++;
            long interrupts = processor.disableInterrupts();
            store(from);
            if (from.space != to.space) {
                translation.activate(to.space == null ? 0 : to.space.root());
            }
            // SAFETY: with interrupts off, the work that waits for the processor moves to the task that now has it.
            if (Address.getAndSetInt(from.area + ThreadArea.PREEMPTION_PENDING, 0) != 0) {
                Address.storeInt(to.area + ThreadArea.PREEMPTION_PENDING, 1);
            }
            current = to;
            processor.switchTo(from.area + SAVED_STACK_POINTER, Address.loadLong(to.area + SAVED_STACK_POINTER), to.area);
            processor.restoreInterrupts(interrupts);
        }
        finishSwitch();
        Preemption.enable();
    }

    /** Brings the current task's user image up to date if its registers are on the processor; it is loaded again when it next runs. */
    public void unload() {
        Preemption.disable();
        store(current());
        Preemption.enable();
    }

    private void store(TaskState task) {
        if (task.loaded != null) {
            userEntry.store(task.loaded);
            task.loaded = null;
        }
    }

    /** What the task that runs after a switch does first: frees the stack of one that ended, and releases the lock. */
    private void finishSwitch() {
        TaskState dead = ended;
        ended = null;
        lock.release();
        if (dead != null) {
            stacks.give(dead.stack);
        }
    }

    private TaskState pick() {
        if (queued > 0) {
            // A policy may return what it likes: only what is in the queue runs, and what is in the queue does run.
            boolean began = beginAsking();
            TaskState next = runnable(policy.next());
            if (next == null) {
                next = runnable(policy.nextInstead());
            }
            endAsking(began);
            if (next != null) {
                queued--;
                next.state = TaskState.RUNNING;
                return next;
            }
        }
        idle.state = TaskState.RUNNING;
        return idle;
    }

    /** What a policy named, if it can run; else null. */
    private static TaskState runnable(Task named) {
        TaskState state = named == null ? null : TaskService.stateOf(named);
        return state != null && state.state == TaskState.RUNNABLE ? state : null;
    }

    /** The first thing a new task does, on its own stack, with interrupts off and the lock held: runs its body, then ends. */
    public void begin() {
        finishSwitch();
        processor.enableInterrupts();
        Preemption.enable();
        requestStress();
        TaskService.runBody(current().task);
        exit();
    }

    /** Makes a space the current task's. */
    void activate(AddressSpace space) {
        TaskState self = current();
        AddressSpace old = self.space;
        if (space == old) {
            return;
        }
        if (space != null) {
            space.enter();
        }
        Preemption.disable();
        self.space = space;
        translation.activate(space == null ? 0 : space.root());
        Preemption.enable();
        if (old != null) {
            old.leave();
        }
    }

    /** Replaces the policy; hands over what was runnable. */
    void install(Scheduler scheduler) {
        lock.lock();
        long limit = StackReserve.open();
        try {
            PolicyGuard installed = new PolicyGuard(watch, this, scheduler, new FifoScheduler());
            policy = installed;
            boolean began = beginAsking();
            handOver(installed);
            endAsking(began);
            sliceEndNanos = processor.monotonicNanos() + SLICE_NANOS;
            alarm.request(sliceEndNanos);
        } finally {
            StackReserve.close(limit);
            lock.unlock();
        }
    }

    /** A policy that fails meanwhile has what remains handed over to the one that replaces it, by this again. */
    @Override
    public void handOver(Scheduler to) {
        int given = 0;
        handedOver = to;
        for (TaskState state = all; state != null && handedOver == to; state = state.next) {
            if (state.state == TaskState.RUNNABLE) {
                to.enqueue(state.task, Scheduler.Reason.SPAWNED);
                given++;
            }
        }
        if (handedOver == to) {
            queued = given;
        }
    }

    @Override
    public void wake(Task task) {
        TaskState state = TaskService.stateOf(task);
        if (state != null) {
            wake(state, TaskState.TASK_PERMIT);
        }
    }

    /** Nanoseconds a task has had the processor. */
    long ranNanos(TaskState state) {
        lock.lock();
        try {
            return state.ranNanos + (state == current ? processor.monotonicNanos() - state.runningSince : 0);
        } finally {
            lock.unlock();
        }
    }

    private void link(TaskState state) {
        state.next = all;
        if (all != null) {
            all.previous = state;
        }
        all = state;
    }

    private void unlink(TaskState state) {
        if (state.previous == null) {
            all = state.next;
        } else {
            state.previous.next = state.next;
        }
        if (state.next != null) {
            state.next.previous = state.previous;
        }
        state.next = null;
        state.previous = null;
    }
}
