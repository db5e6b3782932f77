package org.asterism.service.proc.thread;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.AlternateStack;
import org.asterism.kernel.abi.CloneFlags;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.kernel.abi.ResourceConstants;
import org.asterism.kernel.abi.Signals;
import org.asterism.kernel.vfs.FileTable;
import org.asterism.kernel.vfs.FilesystemContext;
import org.asterism.kernel.memory.AddressSpace;
import org.asterism.ostd.mm.Allocation;
import org.asterism.ostd.mm.UserMemory;
import org.asterism.ostd.user.UserContext;
import org.asterism.service.proc.process.Process;
import org.asterism.service.proc.process.ProcessTable;
import org.asterism.service.proc.process.ProgramImage;
import org.asterism.service.proc.process.ProgramThread;
import org.asterism.service.proc.process.VforkWait;
import org.asterism.service.proc.signal.SignalActions;
import org.asterism.service.proc.time.TimerWorker;
import org.asterism.service.proc.time.TimersOfProcess;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes processes and threads out of the current one: fork(2), vfork(2), clone(2). */
@Component(service = Cloner.class)
public final class Cloner {
    private static final long NEEDS_SIGHAND = CloneFlags.CLONE_THREAD;
    private static final long UNSUPPORTED = CloneFlags.NAMESPACES | CloneFlags.CLONE_PIDFD;

    private final ProcessTable table;
    private final TimerWorker worker;

    /**
     * Makes processes of a table.
     *
     * @param table where they are entered
     * @param worker watches limits of processor time
     */
    @Activate
    public Cloner(@Reference ProcessTable table, @Reference TimerWorker worker) {
        this.table = table;
        this.worker = worker;
    }

    /**
     * Makes a child or a thread that goes on where the current one is.
     *
     * @param parent the current thread
     * @param request what is shared
     * @return the new id
     * @throws KernelException as clone(2); nothing is left behind
     */
    public int make(ProgramThread parent, CloneRequest request) throws KernelException {
        check(request);
        if (parent.isInterrupted()) {
            // a signal sent to a whole group must not miss the child
            throw KernelException.of(Errno.ERESTARTNOINTR);
        }
        if (!request.has(CloneFlags.CLONE_THREAD)) {
            checkProcessLimit(parent);
        }
        Copies copies = new Copies();
        int id = table.allocateId();
        try {
            ProgramThread child = build(parent, request, id, copies);
            if (request.has(CloneFlags.CLONE_PARENT_SETTID)) {
                storeId(request.parentId(), id);
            }
            VforkWait wait = request.has(CloneFlags.CLONE_VFORK) ? new VforkWait() : null;
            if (wait != null) {
                child.process().setVforkWait(wait);
            }
            enterAndStart(parent, child, request);
            Allocation.commit();
            copies.keep();
            if (parent.process().softLimit(ResourceConstants.RLIMIT_CPU) >= 0 && child.process() != parent.process()) {
                TimersOfProcess.of(child.process(), worker).watchProcessorLimit();
            }
            if (wait != null) {
                wait.await(parent);
            }
            return id;
        } catch (OutOfMemoryError e) {
            throw KernelException.of(Errno.ENOMEM);
        } finally {
            if (!copies.kept) {
                copies.release();
                table.releaseId(id);
            }
        }
    }

    private static void check(CloneRequest request) throws KernelException {
        boolean wrong = request.has(NEEDS_SIGHAND) && !request.has(CloneFlags.CLONE_SIGHAND)
                || request.has(CloneFlags.CLONE_SIGHAND) && !request.has(CloneFlags.CLONE_VM)
                || request.has(CloneFlags.CLONE_CLEAR_SIGHAND) && request.has(CloneFlags.CLONE_SIGHAND)
                || request.has(UNSUPPORTED)
                || request.exitSignal() > Signals.SIGRTMAX;
        if (wrong) {
            throw KernelException.of(Errno.EINVAL);
        }
    }

    private void checkProcessLimit(ProgramThread parent) throws KernelException {
        long limit = parent.process().softLimit(ResourceConstants.RLIMIT_NPROC);
        int user = parent.credentials().realUser();
        if (user != 0 && limit >= 0 && table.countOf(user) >= limit) {
            throw KernelException.of(Errno.EAGAIN);
        }
    }

    private ProgramThread build(ProgramThread parent, CloneRequest request, int id, Copies copies) throws KernelException {
        UserContext context = parent.context().copy();
        context.setSyscallResult(0);
        if (request.stack() != 0) {
            context.setRegister(UserContext.STACK_POINTER, request.stack());
        }
        if (request.has(CloneFlags.CLONE_SETTLS)) {
            context.setRegister(UserContext.THREAD_POINTER, request.threadPointer());
        }
        boolean sharesFiles = request.has(CloneFlags.CLONE_FILES);
        copies.files = sharesFiles ? retained(parent.files()) : parent.files().copy();
        copies.filesystem = request.has(CloneFlags.CLONE_FS) ? retained(parent.filesystem()) : parent.filesystem().copy();
        Process process = request.has(CloneFlags.CLONE_THREAD) ? parent.process()
                : buildProcess(parent, request, id, copies);
        ProgramThread child = new ProgramThread(id, process, parent.body(), parent.scheduling().copy(), parent.command());
        child.equip(context, copies.files, copies.filesystem, parent.credentials());
        child.signals().inheritMask(parent.signals().blocked());
        if (sharesFiles) {
            parent.setSharesFiles(true);
            child.setSharesFiles(true);
        }
        boolean keepsStack = !request.has(CloneFlags.CLONE_VM) || request.has(CloneFlags.CLONE_VFORK);
        child.signals().setAlternateStack(keepsStack ? parent.signals().alternateStack() : AlternateStack.NONE);
        child.setTimerSlackNanos(parent.timerSlackNanos());
        if (request.has(CloneFlags.CLONE_CHILD_SETTID)) {
            child.calls().setStoreIdOnStart(request.childId());
        }
        if (request.has(CloneFlags.CLONE_CHILD_CLEARTID)) {
            child.calls().setClearOnExit(request.childId());
        }
        return child;
    }

    private static Process buildProcess(ProgramThread parent, CloneRequest request, int id, Copies copies)
            throws KernelException {
        Process maker = parent.process();
        SignalActions actions = maker.signals().actions();
        if (request.has(CloneFlags.CLONE_CLEAR_SIGHAND)) {
            actions = actions.withoutHandlers();
        } else if (!request.has(CloneFlags.CLONE_SIGHAND)) {
            actions = actions.copy();
        }
        int exitSignal = request.has(CloneFlags.CLONE_PARENT) ? maker.exitSignal() : request.exitSignal();
        Process process = new Process(id, actions, maker.limits().copy(), exitSignal);
        AddressSpace space = maker.image().space();
        if (request.has(CloneFlags.CLONE_VM)) {
            space.retain();
            maker.setSharesMemory(true);
            process.setSharesMemory(true);
        } else {
            space = space.fork();
        }
        copies.space = space;
        copies.image = maker.image().inherit(space);
        process.replaceImage(copies.image);
        process.attributes().inherit(maker.attributes());
        return process;
    }

    private static FileTable retained(FileTable files) {
        files.retain();
        return files;
    }

    private static FilesystemContext retained(FilesystemContext filesystem) {
        filesystem.retain();
        return filesystem;
    }

    private static void storeId(long address, int id) {
        byte[] bytes = new byte[4];
        LittleEndian.putInt(bytes, 0, id);
        // as on Linux, a bad address is not an error
        UserMemory.write(address, bytes, 0, bytes.length);
    }

    private void enterAndStart(ProgramThread parent, ProgramThread child, CloneRequest request) throws KernelException {
        if (request.has(CloneFlags.CLONE_THREAD)) {
            if (!table.addThread(child)) {
                throw KernelException.of(Errno.EAGAIN);
            }
            try {
                child.start();
            } catch (OutOfMemoryError e) {
                table.withdrawThread(child);
                throw e;
            }
            return;
        }
        Process father = request.has(CloneFlags.CLONE_PARENT) ? parent.process().parent() : parent.process();
        table.addChild(child.process(), child, father, parent.process().group());
        try {
            child.start();
        } catch (OutOfMemoryError e) {
            table.withdrawChild(child.process());
            throw e;
        }
    }

    /** What was made for the child so far. */
    private static final class Copies {
        private FileTable files;
        private FilesystemContext filesystem;
        private AddressSpace space;
        private ProgramImage image;
        private boolean kept;

        void keep() {
            kept = true;
        }

        void release() {
            Allocation.commit();
            if (files != null) {
                files.release();
            }
            if (filesystem != null) {
                filesystem.release();
            }
            if (image != null) {
                image.release();
            } else if (space != null) {
                space.release();
            }
        }
    }
}
