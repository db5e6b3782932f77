package org.asterism.service.fs.procfs;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.FileMode;
import org.asterism.kernel.process.ProcessView;
import org.asterism.kernel.process.ThreadView;
import org.asterism.kernel.vfs.DirectoryStream;
import org.asterism.kernel.vfs.Inode;

/** {@code /proc/PID/task}: a directory for each thread. */
final class TaskFolder extends Inode {
    private static final int FIRST_INDEX = 1 << 22;

    private final ProcFileSystem tree;
    private final ProcessView process;
    private final ProcessFolder folder;

    TaskFolder(ProcFileSystem tree, long number, ProcessView process, ProcessFolder folder) {
        super(tree, number, FileMode.S_IFDIR | 0555, process.credentials().effectiveUser(),
                process.credentials().effectiveGroup());
        this.tree = tree;
        this.process = process;
        this.folder = folder;
    }

    @Override
    public boolean cachesLookups() {
        return false;
    }

    @Override
    public Inode lookup(String name) throws KernelException {
        int id = Decimal.parse(name);
        for (ThreadView thread : process.threads()) {
            if (thread.id() == id) {
                return new ThreadFolder(thread);
            }
        }
        return null;
    }

    @Override
    public DirectoryStream openDirectory() {
        return (position, sink) -> {
            for (ThreadView thread : process.threads()) {
                long at = DirectoryStream.FIRST + thread.id();
                if (at >= position && !sink.accept(Integer.toString(thread.id()), threadNumber(thread), FileMode.S_IFDIR, at + 1)) {
                    return;
                }
            }
        };
    }

    private long threadNumber(ThreadView thread) {
        return ProcFileSystem.processNumber(process.id(), FIRST_INDEX + thread.id());
    }

    /** A thread has the entries of its process, its own name and state excepted. */
    private final class ThreadFolder extends Inode {
        private final ThreadView thread;

        ThreadFolder(ThreadView thread) {
            super(tree, threadNumber(thread), FileMode.S_IFDIR | 0555, TaskFolder.this.owner(), TaskFolder.this.group());
            this.thread = thread;
        }

        @Override
        public boolean cachesLookups() {
            return false;
        }

        @Override
        public Inode lookup(String name) throws KernelException {
            ProcessText text = new ProcessText(process, thread);
            return switch (name) {
                case "task" -> null;
                case "comm" -> new ProcFile(tree, number() + 1, 0444, owner(), group(), text::command, null);
                case "stat" -> new ProcFile(tree, number() + 2, 0444, owner(), group(), text::stat, null);
                case "fail-nth" -> new FailNth(process, thread).file(tree, number() + 3, owner(), group());
                default -> folder.lookup(name);
            };
        }

        @Override
        public DirectoryStream openDirectory() {
            DirectoryStream entries = folder.openDirectory();
            return (position, sink) -> entries.read(position,
                    (name, inode, mode, next) -> name.equals("task") || sink.accept(name, inode, mode, next));
        }
    }
}
