package org.asterism.service.fs.procfs;

import java.util.List;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.process.ProcessDirectory;
import org.asterism.kernel.time.RealTimeClock;
import org.asterism.kernel.vfs.Answers;
import org.asterism.kernel.vfs.FileSystem;
import org.asterism.kernel.vfs.FileSystemStatistics;
import org.asterism.kernel.vfs.Inode;
import org.asterism.kernel.vfs.ProcEntry;
import org.asterism.ostd.mm.PageSize;
import org.asterism.service.fs.file.CurrentThread;
import org.asterism.service.fs.mount.Namespace;

/** The one tree of {@code /proc}. */
final class ProcFileSystem extends FileSystem {
    private static final long MAGIC = 0x9fa0;
    private static final int PROCESS_SHIFT = 24;

    private final int device;
    private final RealTimeClock clock;
    private final Namespace namespace;
    private final ProcRoot root;
    private long lastNumber = 1;

    ProcFileSystem(int device, RealTimeClock clock, Namespace namespace, ProcessDirectory processes, List<ProcEntry> entries) {
        this.device = device;
        this.clock = clock;
        this.namespace = namespace;
        root = new ProcRoot(this, processes);
        root.add("self", link(() -> Integer.toString(currentProcess())));
        root.add("thread-self", link(() -> currentProcess() + "/task/" + CurrentThread.get().id()));
        root.add("mounts", link(() -> "self/mounts"));
        for (ProcEntry entry : entries) {
            addEntry(entry);
        }
    }

    private static int currentProcess() throws KernelException {
        if (CurrentThread.get() == null) {
            throw KernelException.of(org.asterism.kernel.abi.Errno.ENOENT);
        }
        return CurrentThread.get().process().id();
    }

    private ProcLink link(ProcLink.LinkText text) {
        return new ProcLink(this, ++lastNumber, 0777, 0, 0, text);
    }

    private void addEntry(ProcEntry entry) {
        ProcDirectory directory = root;
        String path = entry.path();
        int start = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', start)) {
            directory = child(directory, path.substring(start, slash));
            start = slash + 1;
        }
        boolean isWritable = (entry.mode() & 0222) != 0;
        directory.add(path.substring(start), new ProcFile(this, ++lastNumber, entry.mode(), 0, 0, () -> Answers.content(entry),
                isWritable ? entry::write : null));
    }

    private ProcDirectory child(ProcDirectory directory, String name) {
        try {
            if (directory.lookup(name) instanceof ProcDirectory known) {
                return known;
            }
        } catch (KernelException impossible) {
            throw new IllegalStateException(impossible);
        }
        ProcDirectory made = new ProcDirectory(this, ++lastNumber);
        directory.add(name, made);
        return made;
    }

    /** Inode numbers of a process: 0 is its directory. */
    static long processNumber(int id, int index) {
        return ((long) id + 1 << PROCESS_SHIFT) + index;
    }

    Namespace namespace() {
        return namespace;
    }

    @Override
    public String typeName() {
        return "proc";
    }

    @Override
    public Inode root() {
        return root;
    }

    @Override
    public int device() {
        return device;
    }

    @Override
    public FileSystemStatistics statistics() {
        return new FileSystemStatistics(MAGIC, PageSize.BYTES, 0, 0, 0, 0);
    }

    @Override
    public long realTimeNanos() {
        return clock.realTimeNanos();
    }

    @Override
    public void reconfigure(String options) {
        // hidepid and the like change nothing: every process is shown to all
    }
}
