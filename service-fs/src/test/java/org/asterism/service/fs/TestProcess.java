package org.asterism.service.fs;

import java.util.ArrayList;
import java.util.List;
import org.asterism.kernel.memory.AddressSpace;
import org.asterism.kernel.process.ControllingTerminal;
import org.asterism.kernel.process.Credentials;
import org.asterism.kernel.process.ProcessGroup;
import org.asterism.kernel.process.ProcessView;
import org.asterism.kernel.process.Session;
import org.asterism.kernel.process.ThreadView;
import org.asterism.kernel.process.UserProcess;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.vfs.FileTable;
import org.asterism.kernel.vfs.FilesystemContext;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.ostd.sync.WaitCondition;

/** A process of one thread that leads its group and session, and records the signals it gets. */
final class TestProcess implements UserThread, ProcessView, ProcessGroup, Session, ThreadView {
    final List<Integer> signals = new ArrayList<>();
    private final int id;
    private final FileTable files;
    private final FilesystemContext filesystem;
    Credentials credentials = Credentials.ROOT;
    ControllingTerminal terminal;
    ProcessGroup group = this;
    Session session = this;
    OpenFile executable;
    String command = "test";
    long fileSizeLimit = -1;
    volatile boolean interrupted;
    int allocationToFail;

    TestProcess(int id, FileTable files, FilesystemContext filesystem) {
        this.id = id;
        this.files = files;
        this.filesystem = filesystem;
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public UserProcess process() {
        return this;
    }

    @Override
    public AddressSpace addressSpace() {
        return null;
    }

    @Override
    public FileTable files() {
        return files;
    }

    @Override
    public FilesystemContext filesystem() {
        return filesystem;
    }

    @Override
    public Credentials credentials() {
        return credentials;
    }

    @Override
    public boolean isInterrupted() {
        return interrupted;
    }

    @Override
    public WaitCondition interruption() {
        return () -> interrupted;
    }

    @Override
    public void signal(int signal) {
        signals.add(signal);
    }

    @Override
    public boolean isSignalBlockedOrIgnored(int signal) {
        return false;
    }

    @Override
    public void setTemporaryMask(long mask) {
        throw new UnsupportedOperationException("this process has no signal mask");
    }

    @Override
    public int parentId() {
        return 0;
    }

    @Override
    public ProcessGroup group() {
        return group;
    }

    @Override
    public boolean isSessionLeader() {
        return session == this;
    }

    @Override
    public long softLimit(int resource) {
        return resource == 1 ? fileSizeLimit : resource == 7 ? 1024 : -1;
    }

    @Override
    public long hardLimit(int resource) {
        return -1;
    }

    @Override
    public Session session() {
        return session;
    }

    @Override
    public boolean isOrphaned() {
        return false;
    }

    @Override
    public ProcessGroup group(int wanted) {
        return wanted == id ? this : null;
    }

    @Override
    public ControllingTerminal controllingTerminal() {
        return terminal;
    }

    @Override
    public void setControllingTerminal(ControllingTerminal value) {
        terminal = value;
    }

    @Override
    public String command() {
        return command;
    }

    @Override
    public void setCommand(String name) {
        command = name;
    }

    @Override
    public char state() {
        return 'R';
    }

    @Override
    public List<ThreadView> threads() {
        return List.of(this);
    }

    @Override
    public OpenFile executable() {
        return executable;
    }

    @Override
    public byte[] arguments() {
        return new byte[] {'a', 0, 'b', 0};
    }

    @Override
    public byte[] environment() {
        return new byte[] {'X', '=', '1', 0};
    }

    @Override
    public long stackStart() {
        return 0;
    }

    @Override
    public long userTimeNanos() {
        return 1_500_000_000L;
    }

    @Override
    public long systemTimeNanos() {
        return 250_000_000L;
    }

    @Override
    public long childrenUserTimeNanos() {
        return 0;
    }

    @Override
    public long childrenSystemTimeNanos() {
        return 0;
    }

    @Override
    public long startNanos() {
        return 0;
    }

    @Override
    public int niceness() {
        return 0;
    }

    @Override
    public long threadPendingSignals() {
        return 0;
    }

    @Override
    public long pendingSignals() {
        return 0;
    }

    @Override
    public long blockedSignals() {
        return 0;
    }

    @Override
    public long ignoredSignals() {
        return 1L << 9;
    }

    @Override
    public long caughtSignals() {
        return 0;
    }

    @Override
    public int allocationToFail() {
        return allocationToFail;
    }

    @Override
    public void failAllocation(int count) {
        allocationToFail = count;
    }
}
