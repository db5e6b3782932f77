package org.asterism.service.proc.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.asterism.kernel.memory.AddressSpace;
import org.asterism.kernel.process.Credentials;
import org.asterism.kernel.process.ProcessGroup;
import org.asterism.kernel.process.ProcessView;
import org.asterism.kernel.process.ThreadView;
import org.asterism.kernel.vfs.FileTable;
import org.asterism.kernel.vfs.FilesystemContext;
import org.asterism.kernel.vfs.OpenFile;

/** A process as {@code /proc} shows it: every figure is read when asked for. */
public final class ProcessReport implements ProcessView {
    private static final byte[] NOTHING = {};
    private static final int LARGEST_STRINGS = 128 << 10;

    private final Process process;

    /**
     * Reports about a process.
     *
     * @param process which may end meanwhile
     */
    public ProcessReport(Process process) {
        this.process = process;
    }

    @Override
    public int id() {
        return process.id();
    }

    @Override
    public int parentId() {
        return process.parentId();
    }

    @Override
    public ProcessGroup group() {
        return process.group();
    }

    @Override
    public boolean isSessionLeader() {
        return process.isSessionLeader();
    }

    @Override
    public long softLimit(int resource) {
        return process.softLimit(resource);
    }

    @Override
    public long hardLimit(int resource) {
        return process.hardLimit(resource);
    }

    @Override
    public String command() {
        return process.leader().command();
    }

    @Override
    public void setCommand(String name) {
        process.leader().setCommand(name);
    }

    @Override
    public char state() {
        return process.leader().state();
    }

    @Override
    public List<ThreadView> threads() {
        ProgramThread[] snapshot = process.threadArray().clone();
        Arrays.sort(snapshot, (one, other) -> Integer.compare(one.id(), other.id()));
        List<ThreadView> list = new ArrayList<>(snapshot.length + 1);
        for (ProgramThread thread : snapshot) {
            list.add(thread);
        }
        if (list.isEmpty()) {
            list.add(process.leader());
        }
        return list;
    }

    @Override
    public AddressSpace addressSpace() {
        ProgramImage image = process.image();
        return image == null ? null : image.space();
    }

    @Override
    public FileTable files() {
        return process.leader().files();
    }

    @Override
    public FilesystemContext filesystem() {
        return process.leader().filesystem();
    }

    @Override
    public OpenFile executable() {
        ProgramImage image = process.image();
        return image == null ? null : image.executable();
    }

    @Override
    public Credentials credentials() {
        return process.credentials();
    }

    @Override
    public byte[] arguments() {
        ProgramImage image = process.image();
        return image == null ? NOTHING : strings(image, image.argumentsStart(), image.argumentsEnd());
    }

    @Override
    public byte[] environment() {
        ProgramImage image = process.image();
        return image == null ? NOTHING : strings(image, image.environmentStart(), image.environmentEnd());
    }

    private static byte[] strings(ProgramImage from, long start, long end) {
        byte[] bytes = new byte[(int) Math.min(LARGEST_STRINGS, end - start)];
        int copied = from.space().read(start, bytes, 0, bytes.length);
        return copied == bytes.length ? bytes : Arrays.copyOf(bytes, copied);
    }

    @Override
    public long stackStart() {
        ProgramImage image = process.image();
        return image == null ? 0 : image.stackStart();
    }

    @Override
    public long userTimeNanos() {
        return process.userTimeNanos();
    }

    @Override
    public long systemTimeNanos() {
        return process.systemTimeNanos();
    }

    @Override
    public long childrenUserTimeNanos() {
        return process.childrenUserTimeNanos();
    }

    @Override
    public long childrenSystemTimeNanos() {
        return process.childrenSystemTimeNanos();
    }

    @Override
    public long startNanos() {
        return process.startNanos();
    }

    @Override
    public int niceness() {
        return process.leader().scheduling().niceness();
    }

    @Override
    public long threadPendingSignals() {
        return process.leader().signals().pending().set();
    }

    @Override
    public long pendingSignals() {
        return process.signals().shared().set();
    }

    @Override
    public long blockedSignals() {
        return process.leader().signals().blocked();
    }

    @Override
    public long ignoredSignals() {
        return process.signals().actions().ignoredSet();
    }

    @Override
    public long caughtSignals() {
        return process.signals().actions().caughtSet();
    }
}
