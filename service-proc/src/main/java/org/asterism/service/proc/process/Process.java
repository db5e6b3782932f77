package org.asterism.service.proc.process;

import java.util.ArrayList;
import java.util.List;
import org.asterism.kernel.abi.Signals;
import org.asterism.kernel.abi.TimeConstants;
import org.asterism.kernel.process.Credentials;
import org.asterism.kernel.process.UserProcess;
import org.asterism.ostd.sync.WaitQueue;
import org.asterism.ostd.time.Clock;
import org.asterism.service.proc.signal.SignalActions;

/**
 * A process: threads that share memory, signals' actions and a place in the tree of processes.
 *
 * <p>Relations are guarded by {@link ProcessTable#lock()}; the volatile ones may be read without it. The list of threads is
 * changed under the signal lock and is an array that is replaced.
 */
public final class Process implements UserProcess {
    private static final long NANOS_PER_TICK = 1_000_000_000L / TimeConstants.CLOCK_TICKS;
    private static final ProgramThread[] NO_THREADS = {};

    private final int id;
    private final long startNanos = Clock.monotonicNanos();
    private final ProcessSignals signals;
    private final ProcessUsage usage = new ProcessUsage();
    private final ResourceLimits limits;
    private final WaitQueue childEvents = new WaitQueue();
    private final ProcessAttributes attributes = new ProcessAttributes();
    private final WaitQueue threadEvents = new WaitQueue();
    private final int exitSignal;

    private volatile Process parent;
    private volatile JobGroup group;
    private final List<Process> children = new ArrayList<>();
    private volatile ProgramThread leader;
    private volatile ProgramThread[] threads = NO_THREADS;
    private volatile ProgramImage image;

    private volatile boolean zombie;
    private volatile int waitStatus;
    private volatile boolean executed;
    private volatile VforkWait vforkWait;
    private volatile boolean sharesMemory;
    private volatile ProcessTimers timers;

    /**
     * A process without threads, in no relation yet.
     *
     * @param id its id
     * @param actions what it does about signals
     * @param limits its resource limits
     * @param exitSignal tells the parent of the end; 0 for none
     */
    public Process(int id, SignalActions actions, ResourceLimits limits, int exitSignal) {
        this.id = id;
        this.signals = new ProcessSignals(this, actions);
        this.limits = limits;
        this.exitSignal = exitSignal;
    }

    @Override
    public int id() {
        return id;
    }

    /**
     * Its parent.
     *
     * @return null for init
     */
    public Process parent() {
        return parent;
    }

    void setParent(Process newParent) {
        parent = newParent;
    }

    @Override
    public int parentId() {
        Process current = parent;
        return current == null ? 0 : current.id;
    }

    @Override
    public JobGroup group() {
        return group;
    }

    void setGroup(JobGroup newGroup) {
        group = newGroup;
    }

    @Override
    public boolean isSessionLeader() {
        return group.session().id() == id;
    }

    /**
     * Its children, zombies included; guarded by the table's lock.
     *
     * @return the list itself
     */
    public List<Process> children() {
        return children;
    }

    /**
     * Woken when a child ends, stops or is continued.
     *
     * @return never null
     */
    public WaitQueue childEvents() {
        return childEvents;
    }

    /**
     * Its signal side.
     *
     * @return never null
     */
    public ProcessSignals signals() {
        return signals;
    }

    /**
     * What it used.
     *
     * @return never null
     */
    public ProcessUsage usage() {
        return usage;
    }

    /**
     * Its resource limits.
     *
     * @return never null
     */
    public ResourceLimits limits() {
        return limits;
    }

    /**
     * What prctl(2) set.
     *
     * @return never null
     */
    public ProcessAttributes attributes() {
        return attributes;
    }

    /**
     * The signal that tells the parent of the end.
     *
     * @return 0 for none
     */
    public int exitSignal() {
        return exitSignal;
    }

    /**
     * The first thread, which may have ended before the others.
     *
     * @return never null once the process has threads
     */
    public ProgramThread leader() {
        return leader;
    }

    void setLeader(ProgramThread thread) {
        leader = thread;
    }

    /**
     * The threads that have not ended.
     *
     * @return a snapshot, not to be changed
     */
    public ProgramThread[] threadArray() {
        return threads;
    }

    /**
     * Adds a thread, unless the process is ending.
     *
     * @param thread not started yet
     * @return whether it was added
     */
    boolean addThread(ProgramThread thread) {
        ProgramThread[] grown = null;
        while (true) {
            ProgramThread[] old = threads;
            if (grown == null || grown.length != old.length + 1) {
                grown = new ProgramThread[old.length + 1];
            }
            try (var held = signals.lock().lock()) {
                if (signals.isEnding()) {
                    return false;
                }
                if (threads != old) {
                    continue;
                }
                System.arraycopy(old, 0, grown, 0, old.length);
                grown[old.length] = thread;
                if (leader == null) {
                    leader = thread;
                }
                threads = grown;
                if (signals.stopSignal() != 0) {
                    thread.signals().wake();
                }
                return true;
            }
        }
    }

    /**
     * Removes a thread that ends.
     *
     * @param thread a member
     * @return whether it was the last one
     */
    boolean removeThread(ProgramThread thread) {
        usage.addThread(thread.userTimeNanos(), thread.systemTimeNanos());
        while (true) {
            ProgramThread[] old = threads;
            ProgramThread[] rest = new ProgramThread[Math.max(0, old.length - 1)];
            int at = 0;
            for (ProgramThread member : old) {
                if (member != thread && at < rest.length) {
                    rest[at++] = member;
                }
            }
            try (var held = signals.lock().lock()) {
                if (threads != old) {
                    continue;
                }
                threads = rest;
            }
            threadEvents.wakeAll();
            return rest.length == 0;
        }
    }

    /**
     * Woken when a thread ends.
     *
     * @return never null
     */
    public WaitQueue threadEvents() {
        return threadEvents;
    }

    /**
     * Tells whether another process may have the same memory.
     *
     * @return whether it was cloned with CLONE_VM
     */
    public boolean sharesMemory() {
        return sharesMemory;
    }

    /**
     * Notes whether another process may have the same memory.
     *
     * @param shared whether it may
     */
    public void setSharesMemory(boolean shared) {
        sharesMemory = shared;
    }

    /**
     * The program.
     *
     * @return null without user memory, and at the end
     */
    public ProgramImage image() {
        return image;
    }

    /**
     * Replaces the program.
     *
     * @param replacement null at the end
     * @return the one before, to be released
     */
    public ProgramImage replaceImage(ProgramImage replacement) {
        ProgramImage before = image;
        image = replacement;
        return before;
    }

    /**
     * Tells whether it has ended and waits to be waited for.
     *
     * @return whether only its status is left
     */
    public boolean isZombie() {
        return zombie;
    }

    void becomeZombie(int status) {
        waitStatus = status;
        zombie = true;
    }

    /**
     * How it ended.
     *
     * @return a wait status, once it is a zombie
     */
    public int waitStatus() {
        return waitStatus;
    }

    /**
     * Tells whether signals have no effect: init.
     *
     * @return whether it is the first process
     */
    public boolean ignoresAllSignals() {
        return id == ProcessTable.INIT;
    }

    /**
     * Tells whether it called execve(2) since it was made, after which setpgid(2) leaves it alone.
     *
     * @return whether it did
     */
    public boolean hasExecuted() {
        return executed;
    }

    /** It calls execve(2). */
    public void noteExecuted() {
        executed = true;
    }


    /**
     * The parent thread that waits until this process runs a program of its own or ends.
     *
     * @return null if there is none
     */
    public VforkWait vforkWait() {
        return vforkWait;
    }

    /**
     * Sets who waits, or that nobody does any more.
     *
     * @param waiting null for nobody
     */
    public void setVforkWait(VforkWait waiting) {
        vforkWait = waiting;
    }

    /**
     * The timers of the process.
     *
     * @return null until it uses one
     */
    public ProcessTimers timers() {
        return timers;
    }

    /**
     * Sets the timers.
     *
     * @param made null at the end
     */
    public void setTimers(ProcessTimers made) {
        timers = made;
    }

    @Override
    public long softLimit(int resource) {
        return limits.soft(resource);
    }

    /**
     * A resource limit.
     *
     * @param resource as getrlimit(2)
     * @return the hard limit; −1 for none
     */
    public long hardLimit(int resource) {
        return limits.hard(resource);
    }


    /**
     * Whose rights count.
     *
     * @return those of the first thread
     */
    public Credentials credentials() {
        return leader.credentials();
    }

    int realUser() {
        return leader.credentials().realUser();
    }


    /**
     * Time in user mode, of all threads, ended ones included.
     *
     * @return nanoseconds
     */
    public long userTimeNanos() {
        long sum = usage.endedUserNanos();
        for (ProgramThread thread : threads) {
            sum += thread.userTimeNanos();
        }
        return sum;
    }

    /**
     * Time in the kernel, of all threads, ended ones included.
     *
     * @return nanoseconds
     */
    public long systemTimeNanos() {
        long sum = usage.endedSystemNanos();
        for (ProgramThread thread : threads) {
            sum += thread.systemTimeNanos();
        }
        return sum;
    }

    /**
     * {@link #userTimeNanos()} as SIGCHLD tells it.
     *
     * @return clock ticks
     */
    public long userTicks() {
        return userTimeNanos() / NANOS_PER_TICK;
    }

    /**
     * {@link #systemTimeNanos()} as SIGCHLD tells it.
     *
     * @return clock ticks
     */
    public long systemTicks() {
        return systemTimeNanos() / NANOS_PER_TICK;
    }

    /**
     * Time in user mode of children that were waited for.
     *
     * @return nanoseconds
     */
    public long childrenUserTimeNanos() {
        return usage.childrenUserNanos();
    }

    /**
     * Time in the kernel of children that were waited for.
     *
     * @return nanoseconds
     */
    public long childrenSystemTimeNanos() {
        return usage.childrenSystemNanos();
    }

    /**
     * When it was made.
     *
     * @return monotonic nanoseconds
     */
    public long startNanos() {
        return startNanos;
    }


    @Override
    public String toString() {
        return "process " + id + " (" + (leader == null ? "" : leader.command()) + ")";
    }

    /**
     * Tells whether SIGCHLD has no receiver, so that an ended child vanishes at once.
     *
     * @return whether children leave no zombies
     */
    boolean leavesNoZombies() {
        var action = signals.actions().get(Signals.SIGCHLD);
        return action.handler() == org.asterism.kernel.abi.SignalActionFlags.SIG_IGN
                || action.has(org.asterism.kernel.abi.SignalActionFlags.SA_NOCLDWAIT);
    }
}
