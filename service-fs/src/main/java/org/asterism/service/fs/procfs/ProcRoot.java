package org.asterism.service.fs.procfs;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.FileMode;
import org.asterism.kernel.process.ProcessDirectory;
import org.asterism.kernel.process.ProcessView;
import org.asterism.kernel.vfs.DirectoryStream;
import org.asterism.kernel.vfs.Inode;

/** The root: files of the whole system, and a directory for each process. */
final class ProcRoot extends ProcDirectory {
    /** The position of process 0; below are those of the other entries. */
    private static final long FIRST_PROCESS = 1 << 12;

    private final ProcFileSystem tree;
    private final ProcessDirectory processes;

    ProcRoot(ProcFileSystem tree, ProcessDirectory processes) {
        super(tree, 1);
        this.tree = tree;
        this.processes = processes;
    }

    @Override
    public boolean cachesLookups() {
        return false;
    }

    @Override
    public Inode lookup(String name) throws KernelException {
        int id = Decimal.parse(name);
        if (id < 0) {
            return super.lookup(name);
        }
        ProcessView process = processes.process(id);
        return process == null ? null : new ProcessFolder(tree, process);
    }

    @Override
    public DirectoryStream openDirectory() {
        DirectoryStream others = super.openDirectory();
        return (position, sink) -> {
            boolean[] isFull = new boolean[1];
            if (position < FIRST_PROCESS) {
                others.read(position, (name, inode, mode, next) -> {
                    isFull[0] = !sink.accept(name, inode, mode, next);
                    return !isFull[0];
                });
            }
            if (isFull[0]) {
                return;
            }
            long from = Math.max(0, position - FIRST_PROCESS);
            for (ProcessView process : processes.processes()) {
                int id = process.id();
                if (id >= from && !sink.accept(Integer.toString(id), ProcFileSystem.processNumber(id, 0),
                        FileMode.S_IFDIR, FIRST_PROCESS + id + 1)) {
                    return;
                }
            }
        };
    }
}
