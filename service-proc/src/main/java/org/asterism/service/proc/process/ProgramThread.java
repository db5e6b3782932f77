package org.asterism.service.proc.process;

import org.asterism.kernel.abi.SignalActionFlags;
import org.asterism.kernel.abi.SignalCodes;
import org.asterism.kernel.abi.Signals;
import org.asterism.kernel.memory.AddressSpace;
import org.asterism.kernel.process.Credentials;
import org.asterism.kernel.process.ThreadView;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.vfs.FileTable;
import org.asterism.kernel.vfs.FilesystemContext;
import org.asterism.ostd.failure.Containment;
import org.asterism.ostd.sync.WaitCondition;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.task.TaskOptions;
import org.asterism.ostd.user.UserContext;
import org.asterism.service.proc.schedule.SchedulingState;
import org.asterism.service.proc.signal.SignalInfo;

/**
 * A thread of a user program: one task.
 *
 * <p>Fields without a comment belong to the thread's own task; volatile ones may be read by others.
 */
public final class ProgramThread implements UserThread, ThreadView, Containment {
    /** Longest name. */
    public static final int NAME_LENGTH = 15;

    private volatile int id;
    private final Process process;
    private final ThreadBody body;
    private final SchedulingState scheduling;
    private final WaitCondition interruption = this::isInterrupted;
    private final CallState calls = new CallState();
    private final Task task;
    private final ThreadSignals signals;

    private UserContext context;
    private volatile FileTable files;
    private volatile FilesystemContext filesystem;
    private volatile Credentials credentials;
    private volatile String command;

    private boolean ending;
    private int exitStatus;
    private boolean sharesFiles;
    private int timerSlackNanos = 50_000;
    private volatile boolean inKernelWait;
    private volatile int allocationToFail;

    /**
     * A thread that is not started.
     *
     * @param id its id
     * @param process where it belongs
     * @param body what its task runs
     * @param scheduling its part in scheduling
     * @param command its name
     */
    public ProgramThread(int id, Process process, ThreadBody body, SchedulingState scheduling, String command) {
        this.id = id;
        this.process = process;
        this.body = body;
        this.scheduling = scheduling;
        this.command = command;
        this.task = TaskOptions.of(() -> body.run(this)).name(command + "/" + id).data(this).policyState(scheduling)
                .build();
        this.signals = new ThreadSignals(process, task);
    }

    /**
     * Gives the thread what it works with; once, before it starts.
     *
     * @param registers its registers; null for a thread without user mode
     * @param descriptors its share of the files
     * @param view its share of the view of the file system
     * @param rights whose rights count
     */
    public void equip(UserContext registers, FileTable descriptors, FilesystemContext view, Credentials rights) {
        context = registers;
        files = descriptors;
        filesystem = view;
        credentials = rights;
    }

    /** Starts the task. */
    public void start() {
        TaskOptions.start(task);
    }

    @Override
    public String activity() {
        return body.activity(this);
    }

    @Override
    public int processId() {
        return process.id();
    }

    @Override
    public void abandon(Throwable failure) {
        body.abandon(this, failure);
    }

    @Override
    public int id() {
        return id;
    }

    /**
     * Takes the id of the first thread over, at execve(2).
     *
     * @param value the process id
     */
    void setId(int value) {
        id = value;
    }

    @Override
    public Process process() {
        return process;
    }

    @Override
    public AddressSpace addressSpace() {
        ProgramImage image = process.image();
        return image == null ? null : image.space();
    }

    @Override
    public FileTable files() {
        return files;
    }

    @Override
    public FilesystemContext filesystem() {
        return filesystem;
    }

    /**
     * Replaces the descriptors.
     *
     * @param replacement with a share for this thread; null at the end
     */
    public void setFiles(FileTable replacement) {
        files = replacement;
    }

    /**
     * Replaces the view of the file system.
     *
     * @param replacement with a share for this thread; null at the end
     */
    public void setFilesystem(FilesystemContext replacement) {
        filesystem = replacement;
    }

    @Override
    public Credentials credentials() {
        return credentials;
    }

    /**
     * Changes whose rights count.
     *
     * @param replacement from now on
     */
    public void setCredentials(Credentials replacement) {
        credentials = replacement;
    }

    @Override
    public boolean isInterrupted() {
        return signals.isSignalled();
    }

    @Override
    public WaitCondition interruption() {
        return interruption;
    }

    @Override
    public void signal(int signal) {
        process.signals().send(SignalInfo.ofSender(signal, SignalCodes.SI_USER, process.id(), credentials.realUser()), this);
    }

    @Override
    public boolean isSignalBlockedOrIgnored(int signal) {
        return (signals.blocked() & Signals.bit(signal)) != 0
                || process.signals().actions().get(signal).handler() == SignalActionFlags.SIG_IGN;
    }

    /**
     * Tells whether the thread must end at the next opportunity.
     *
     * @return whether it called exit, or the process ends, or another thread calls execve(2)
     */
    public boolean isEnding() {
        return ending || signals.isCondemned() || process.signals().isEnding();
    }

    /**
     * The thread called exit(2): it ends when the system call returns.
     *
     * @param status the wait status of the process, if nobody ends it otherwise
     */
    public void end(int status) {
        exitStatus = status;
        ending = true;
    }

    int exitStatus() {
        return exitStatus;
    }

    /**
     * What it does with signals.
     *
     * @return never null
     */
    public ThreadSignals signals() {
        return signals;
    }

    @Override
    public void setTemporaryMask(long mask) {
        signals.setTemporaryMask(mask);
    }

    /**
     * The registers.
     *
     * @return null for a thread without user mode
     */
    public UserContext context() {
        return context;
    }

    /**
     * Replaces the registers, at execve(2).
     *
     * @param registers from now on
     */
    public void setContext(UserContext registers) {
        context = registers;
    }

    /**
     * The body, for threads cloned from this one.
     *
     * @return never null
     */
    public ThreadBody body() {
        return body;
    }

    /**
     * Its part in scheduling.
     *
     * @return never null
     */
    public SchedulingState scheduling() {
        return scheduling;
    }

    /**
     * Its task.
     *
     * @return never null
     */
    public Task task() {
        return task;
    }

    /**
     * Tells whether another thread or process may have the same table of descriptors.
     *
     * @return whether it was cloned with CLONE_FILES
     */
    public boolean sharesFiles() {
        return sharesFiles;
    }

    /**
     * Notes whether the table of descriptors is shared.
     *
     * @param shared whether it is
     */
    public void setSharesFiles(boolean shared) {
        sharesFiles = shared;
    }

    /**
     * What it keeps from one system call to a later moment.
     *
     * @return never null
     */
    public CallState calls() {
        return calls;
    }

    /**
     * How far timers of this thread may be late.
     *
     * @return nanoseconds
     */
    public int timerSlackNanos() {
        return timerSlackNanos;
    }

    /**
     * Sets how far timers may be late.
     *
     * @param nanos positive
     */
    public void setTimerSlackNanos(int nanos) {
        timerSlackNanos = nanos;
    }

    @Override
    public String command() {
        return command;
    }

    /**
     * Renames the thread.
     *
     * @param name shortened to {@link #NAME_LENGTH}
     */
    public void setCommand(String name) {
        command = name.length() > NAME_LENGTH ? name.substring(0, NAME_LENGTH) : name;
    }

    /** The thread waits for something that signals do not interrupt; ps(1) shows it. */
    public void setUninterruptible(boolean waiting) {
        inKernelWait = waiting;
    }

    @Override
    public char state() {
        if (process.isZombie()) {
            return 'Z';
        }
        if (process.signals().isStopped()) {
            return 'T';
        }
        if (scheduling.isRunnable()) {
            return 'R';
        }
        return inKernelWait ? 'D' : 'S';
    }

    @Override
    public int allocationToFail() {
        return allocationToFail;
    }

    @Override
    public void failAllocation(int count) {
        allocationToFail = count;
    }

    /**
     * Notes what a system call has left to count, unless another setting came meanwhile.
     *
     * @param before what was set when it began
     * @param left what is left of that
     */
    public void noteAllocationsLeft(int before, int left) {
        if (allocationToFail == before) {
            allocationToFail = left;
        }
    }

    @Override
    public long userTimeNanos() {
        return task.userTimeNanos();
    }

    @Override
    public long systemTimeNanos() {
        return task.systemTimeNanos();
    }
}
