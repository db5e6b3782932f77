package org.asterism.ostd.host;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.asterism.ostd.runtime.Preemption;
import org.asterism.ostd.task.FifoScheduler;
import org.asterism.ostd.spi.Tasks;
import org.asterism.ostd.task.Scheduler;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.task.TaskAccess;

/**
 * Tasks on JVM threads with one running at a time. Everything here is guarded by the baton: only its holder reads or writes.
 * Other JVM threads may only {@link #interrupt}, and {@link #enter} a shared machine.
 */
final class HostTasks implements Tasks {
    private static final long TICK_NANOS = 1_000_000;
    private static final long YIELD_NANOS = 1_000;
    private static final long STACK_BYTES = 1 << 20;

    private final HostMachine machine;
    private final Random preemptions;
    private final Set<HostTask> live = new LinkedHashSet<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final HostInterrupts interrupts;
    private Scheduler scheduler = new FifoScheduler();
    private final ThreadLocal<HostTask> taskOfThread = new ThreadLocal<>();
    private volatile HostTask running;
    /** The boot task; of a shared machine, the one that waits for work. */
    private HostTask main;
    private IllegalStateException deadlock;
    private long sliceStart;
    private long accountedUntil;
    private long idleNanos;
    private long switches;
    private boolean ending;

    HostTasks(HostMachine machine, Random preemptions) {
        this.machine = machine;
        this.preemptions = preemptions;
        this.interrupts = new HostInterrupts(machine, failures);
    }

    /** Makes the calling thread the boot task. */
    void adoptCurrentThread() {
        main = new HostTask(TaskAccess.create(machine, "boot", () -> { }));
        main.thread = Thread.currentThread();
        main.state = HostTask.State.RUNNING;
        TaskAccess.setMachineState(machine, main.task, main);
        live.add(main);
        running = main;
        accountedUntil = now();
        sliceStart = accountedUntil;
    }

    /** Gives the processor a thread of its own to wait for work on, so that every other thread may come and go. */
    void startShared() {
        HostTask idle = new HostTask(TaskAccess.create(machine, "idle", () -> { }));
        idle.state = HostTask.State.PARKED;
        TaskAccess.setMachineState(machine, idle.task, idle);
        idle.thread = new Thread(null, () -> waitForWork(idle), "idle", STACK_BYTES);
        idle.thread.setDaemon(true);
        main = idle;
        running = idle;
        accountedUntil = now();
        sliceStart = accountedUntil;
        idle.thread.start();
    }

    private void waitForWork(HostTask self) {
        taskOfThread.set(self);
        while (!ending) {
            pass(pick());
            self.baton.acquireUninterruptibly();
            self.state = HostTask.State.PARKED;
        }
    }

    /**
     * Makes the calling thread, if it comes from outside, a task that waits for its turn: a guest.
     *
     * @return whether {@link #leave} must follow
     */
    boolean enter() {
        HostTask self = taskOfThread.get();
        if (self == null) {
            self = newGuest();
        }
        if (!self.guest) {
            return false;
        }
        // a guest that turned preemption off has kept the baton since
        if (self.callDepth++ == 0 && running != self) {
            HostTask entering = self;
            interrupt(() -> admit(entering));
            self.baton.acquireUninterruptibly();
            self.state = HostTask.State.RUNNING;
            if (self.killed) {
                hand(main);
                throw new TaskKilled();
            }
        }
        return true;
    }

    private HostTask newGuest() {
        HostTask guest = new HostTask(TaskAccess.create(machine, Thread.currentThread().getName(), () -> { }));
        guest.guest = true;
        guest.thread = Thread.currentThread();
        guest.state = HostTask.State.OUTSIDE;
        TaskAccess.setMachineState(machine, guest.task, guest);
        taskOfThread.set(guest);
        return guest;
    }

    private void admit(HostTask guest) {
        live.add(guest);
        enqueue(guest, Scheduler.Reason.WOKEN);
    }

    /** Ends one call of a guest; the last gives the baton on, unless preemption is off. */
    void leave() {
        HostTask self = taskOfThread.get();
        if (self.callDepth > 1 || self.preemptionDepth > 0) {
            self.callDepth--;
            return;
        }
        account(self);
        if (!ending) {
            serveInterrupts();
        }
        self.state = HostTask.State.OUTSIDE;
        live.remove(self);
        // a policy may call OSTD itself, and must find its caller still inside
        Task next = ending ? null : scheduler.next();
        self.callDepth = 0;
        pass(next == null ? main : (HostTask) TaskAccess.machineState(machine, next));
    }

    /** Lets a task run from now on; the caller's turn is over. */
    private void pass(HostTask next) {
        sliceStart = now();
        accountedUntil = sliceStart;
        hand(next);
    }

    /** The task that holds the baton, which must be the caller's. */
    HostTask running() {
        HostTask current = running;
        if (current == null || current.thread != Thread.currentThread()) {
            throw new IllegalStateException("OSTD was called by " + Thread.currentThread()
                    + ", which is not the running task; call it from the thread that built the machine or from tasks");
        }
        return current;
    }

    List<Throwable> failures() {
        return failures;
    }

    /** Runs something in the baton's holder soon: an interrupt from another JVM thread. */
    void interrupt(Runnable handler) {
        interrupts.raise(handler);
    }

    @Override
    public Task current() {
        return running().task;
    }

    @Override
    public void start(Task task) {
        if (TaskAccess.machineState(machine, task) != null) {
            throw new IllegalStateException(task + " was started before");
        }
        HostTask started = new HostTask(task);
        TaskAccess.setMachineState(machine, task, started);
        live.add(started);
        enqueue(started, Scheduler.Reason.SPAWNED);
        preemptionPoint();
    }

    @Override
    public void park(long deadlineNanos) {
        HostTask self = running();
        checkMaySleep(self);
        if (self.killed) {
            throw new TaskKilled();
        }
        serveInterrupts();
        if (!self.permit && now() < deadlineNanos) {
            self.deadlineNanos = deadlineNanos;
            self.state = HostTask.State.PARKED;
            switchAway(self);
        }
        self.permit = false;
        if (deadlock != null && self == main) {
            throw deadlock;
        }
    }

    @Override
    public void unpark(Task task) {
        HostTask woken = (HostTask) TaskAccess.machineState(machine, task);
        if (woken == null || woken.state == HostTask.State.ENDED) {
            return;
        }
        woken.permit = true;
        if (woken.state == HostTask.State.PARKED) {
            enqueue(woken, Scheduler.Reason.WOKEN);
        }
        preemptionPoint();
    }

    @Override
    public void yield() {
        HostTask self = running();
        checkMaySleep(self);
        if (self.killed) {
            throw new TaskKilled();
        }
        machine.clock().spend(YIELD_NANOS);
        enqueue(self, Scheduler.Reason.YIELDED);
        switchAway(self);
    }

    @Override
    public void disablePreemption() {
        preemptionPoint();
        running().preemptionDepth++;
        Preemption.disable();
    }

    @Override
    public void enablePreemption() {
        HostTask self = running();
        if (self.preemptionDepth == 0) {
            throw new IllegalStateException("preemption enabled more often than disabled by " + self.task);
        }
        self.preemptionDepth--;
        Preemption.enable();
        preemptionPoint();
    }

    @Override
    public boolean isAtomic() {
        preemptionPoint();
        return running().preemptionDepth > 0;
    }

    @Override
    public void raiseEvent(Task task) {
        HostTask target = (HostTask) TaskAccess.machineState(machine, task);
        if (target != null) {
            target.eventRaised = true;
        }
    }

    @Override
    public long cpuTimeNanos(Task task, boolean user) {
        account(running());
        HostTask target = (HostTask) TaskAccess.machineState(machine, task);
        return target == null ? 0 : user ? target.userNanos : target.systemNanos;
    }

    @Override
    public void report(String what, Throwable failure) {
        failures.add(failure);
    }

    @Override
    public void install(Scheduler replacement) {
        Scheduler previous = scheduler;
        scheduler = replacement;
        for (Task task = previous.next(); task != null; task = previous.next()) {
            replacement.enqueue(task, Scheduler.Reason.WOKEN);
        }
    }

    @Override
    public long idleNanos() {
        return idleNanos;
    }

    @Override
    public int deepestStackBytes() {
        return 0;
    }

    @Override
    public long switches() {
        return switches;
    }

    /** Whether a task other than the running one could run now. */
    boolean othersRunnable() {
        for (HostTask task : live) {
            if (task.state == HostTask.State.RUNNABLE) {
                return true;
            }
        }
        return false;
    }

    /** Where interrupts are served and the running task may lose the processor. */
    void preemptionPoint() {
        HostTask self = running;
        if (ending || self.state != HostTask.State.RUNNING || self.preemptionDepth > 0) {
            return;
        }
        serveInterrupts();
        long ran = now() - sliceStart;
        boolean due = self.rescheduleDue
                || ran >= TICK_NANOS && othersRunnable() && scheduler.tick(self.task, ran)
                || preemptions != null && preemptions.nextInt(4) == 0;
        if (due) {
            enqueue(self, Scheduler.Reason.PREEMPTED);
            switchAway(self);
        }
    }

    /** Charges the time since the last call to the running task. */
    void account(HostTask self) {
        long now = now();
        long spent = now - accountedUntil;
        accountedUntil = now;
        if (self.inUserMode) {
            self.userNanos += spent;
        } else {
            self.systemNanos += spent;
        }
    }

    /** Ends every task but the caller's. */
    void endAll() {
        HostTask self = running();
        HostTask idle = main == self ? null : main;
        main = self;
        serveInterrupts();
        ending = true;
        for (HostTask task : new ArrayList<>(live)) {
            if (task == self || task.state == HostTask.State.ENDED) {
                continue;
            }
            task.killed = true;
            if (task.thread == null) {
                task.state = HostTask.State.ENDED;
                continue;
            }
            self.state = HostTask.State.RUNNABLE;
            give(self, task);
        }
        live.clear();
        if (idle != null) {
            idle.baton.release();
        }
    }

    private void enqueue(HostTask task, Scheduler.Reason reason) {
        task.state = HostTask.State.RUNNABLE;
        task.deadlineNanos = Task.NO_DEADLINE;
        scheduler.enqueue(task.task, reason);
        HostTask holder = running;
        if (reason == Scheduler.Reason.WOKEN && holder.state == HostTask.State.RUNNING
                && scheduler.preempts(task.task, holder.task)) {
            holder.rescheduleDue = true;
        }
    }

    /** Gives the baton to the next task; returns when it is back. */
    private void switchAway(HostTask self) {
        account(self);
        self.rescheduleDue = false;
        if (ending) {
            // the machine ends: what a killed task does on its way out must not block
            self.state = HostTask.State.RUNNING;
            return;
        }
        HostTask next = pick();
        sliceStart = now();
        accountedUntil = sliceStart;
        if (next != self) {
            give(self, next);
        } else {
            self.state = HostTask.State.RUNNING;
        }
        if (self.killed) {
            throw new TaskKilled();
        }
    }

    private void give(HostTask self, HostTask next) {
        switches++;
        hand(next);
        self.baton.acquireUninterruptibly();
        self.state = HostTask.State.RUNNING;
    }

    private void hand(HostTask next) {
        next.state = HostTask.State.RUNNING;
        running = next;
        if (next.thread == null) {
            next.thread = new Thread(null, () -> runBody(next), next.task.name(), STACK_BYTES);
            next.thread.setDaemon(true);
            next.thread.start();
        } else {
            next.baton.release();
        }
    }

    private void runBody(HostTask self) {
        taskOfThread.set(self);
        try {
            TaskAccess.body(machine, self.task).run();
        } catch (TaskKilled end) {
            // the machine was closed
        } catch (Throwable failure) {
            failures.add(failure);
            machine.hostPlatform().logFailure(self.task, failure);
        }
        account(self);
        self.state = HostTask.State.ENDED;
        self.activate(null);
        self.preemptionDepth = 0;
        live.remove(self);
        pass(ending ? main : pick());
    }

    private HostTask pick() {
        while (true) {
            serveInterrupts();
            Task next = scheduler.next();
            if (next != null) {
                return (HostTask) TaskAccess.machineState(machine, next);
            }
            idle();
        }
    }

    private void idle() {
        long before = now();
        long deadline = machine.clock().nextDeadline();
        for (HostTask task : live) {
            if (task.state == HostTask.State.PARKED) {
                deadline = Math.min(deadline, task.deadlineNanos);
            }
        }
        if (machine.clock().isReal()) {
            interrupts.await(Math.max(0, deadline - before));
        } else if (deadline != Task.NO_DEADLINE) {
            machine.clock().advanceTo(deadline);
        } else {
            reportDeadlock();
        }
        idleNanos += now() - before;
    }

    private void reportDeadlock() {
        StringBuilder names = new StringBuilder();
        for (HostTask task : live) {
            names.append(names.isEmpty() ? "" : ", ").append(task.task.name());
        }
        deadlock = new IllegalStateException("deadlock: every task is parked without a deadline, and nothing will wake them: "
                + names + failureText());
        enqueue(main, Scheduler.Reason.SPAWNED);
    }

    private String failureText() {
        return failures.isEmpty() ? "" : "; a task failed before: " + failures.get(0);
    }

    private void serveInterrupts() {
        interrupts.serve(running);
        long now = now();
        for (HostTask task : live) {
            if (task.state == HostTask.State.PARKED && task.deadlineNanos <= now) {
                enqueue(task, Scheduler.Reason.WOKEN);
            }
        }
    }

    private static void checkMaySleep(HostTask self) {
        if (self.preemptionDepth > 0) {
            throw new IllegalStateException("sleeping operation with preemption off in " + self.task);
        }
    }

    private long now() {
        return machine.clock().monotonicNanos();
    }
}
