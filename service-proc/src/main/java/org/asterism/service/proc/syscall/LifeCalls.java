package org.asterism.service.proc.syscall;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.CloneFlags;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.kernel.abi.ResourceConstants;
import org.asterism.kernel.abi.Signals;
import org.asterism.kernel.abi.UserAbi;
import org.asterism.kernel.abi.WaitConstants;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.syscall.Syscall;
import org.asterism.kernel.syscall.SyscallProvider;
import org.asterism.service.proc.loader.ProgramLoader;
import org.asterism.service.proc.loader.StringList;
import org.asterism.service.proc.process.ProgramThread;
import org.asterism.service.proc.thread.CloneRequest;
import org.asterism.service.proc.thread.Cloner;
import org.asterism.service.proc.thread.ProgramStart;
import org.asterism.ostd.boot.BootInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Making processes, giving them programs, ending them. */
@Component(service = SyscallProvider.class)
public final class LifeCalls implements SyscallProvider {
    /** What programs that are executed by descriptor are called. */
    private static final String DESCRIPTORS = "/dev/fd/";
    private static final int AT_FDCWD = -100;
    private static final int AT_SYMLINK_NOFOLLOW = 0x100;
    private static final int AT_EMPTY_PATH = 0x1000;

    private final Cloner cloner;
    private final ProgramStart programs;
    private final boolean threadPointerFirst = UserAbi.of(BootInfo.architecture()).clonesThreadPointerFirst();

    /**
     * Decodes for domain operations.
     *
     * @param cloner makes processes
     * @param programs gives them programs
     */
    @Activate
    public LifeCalls(@Reference Cloner cloner, @Reference ProgramStart programs) {
        this.cloner = cloner;
        this.programs = programs;
    }

    /**
     * fork(2).
     *
     * @param thread the caller
     * @return the child's id
     * @throws KernelException as the man page
     */
    @Syscall("fork")
    public long fork(UserThread thread) throws KernelException {
        return cloner.make((ProgramThread) thread, new CloneRequest(0, Signals.SIGCHLD, 0, 0, 0, 0));
    }

    /**
     * vfork(2).
     *
     * @param thread the caller
     * @return the child's id
     * @throws KernelException as the man page
     */
    @Syscall("vfork")
    public long vfork(UserThread thread) throws KernelException {
        return cloner.make((ProgramThread) thread,
                new CloneRequest(CloneFlags.CLONE_VM | CloneFlags.CLONE_VFORK, Signals.SIGCHLD, 0, 0, 0, 0));
    }

    /**
     * clone(2).
     *
     * @param thread the caller
     * @param flags and exit signal
     * @param stack the child's
     * @param parentId where to store the id for the parent
     * @param fourth where to store it for the child, or the child's thread pointer
     * @param fifth the other of the two
     * @return the child's id
     * @throws KernelException as the man page
     */
    @Syscall(value = "clone", partial = "no namespaces, no pidfd")
    public long clone(UserThread thread, long flags, long stack, long parentId, long fourth, long fifth)
            throws KernelException {
        long threadPointer = threadPointerFirst ? fourth : fifth;
        long childId = threadPointerFirst ? fifth : fourth;
        return cloner.make((ProgramThread) thread, new CloneRequest(flags & 0xffff_ff00L,
                (int) (flags & CloneFlags.EXIT_SIGNAL), stack, threadPointer, parentId, childId));
    }

    /**
     * clone3(2).
     *
     * @param thread the caller
     * @param arguments address of {@code struct clone_args}
     * @param size its size
     * @return the child's id
     * @throws KernelException as the man page
     */
    @Syscall(value = "clone3", partial = "no namespaces, no pidfd, no set_tid, no cgroup")
    public long clone3(UserThread thread, long arguments, long size) throws KernelException {
        if (size < CloneFlags.ARGS_BYTES_MIN) {
            throw KernelException.of(Errno.EINVAL);
        }
        if (size > CloneFlags.ARGS_BYTES_MAX) {
            throw KernelException.of(Errno.E2BIG);
        }
        byte[] read = UserData.read(arguments, (int) size);
        byte[] bytes = java.util.Arrays.copyOf(read, CloneFlags.ARGS_BYTES_MAX);
        long flags = LittleEndian.getLong(bytes, CloneFlags.ARGS_FLAGS);
        long exitSignal = LittleEndian.getLong(bytes, CloneFlags.ARGS_EXIT_SIGNAL);
        long stack = LittleEndian.getLong(bytes, CloneFlags.ARGS_STACK);
        long stackSize = LittleEndian.getLong(bytes, CloneFlags.ARGS_STACK_SIZE);
        boolean wrong = (flags & (CloneFlags.EXIT_SIGNAL | CloneFlags.CLONE_DETACHED)) != 0
                || (exitSignal & ~CloneFlags.EXIT_SIGNAL) != 0
                || (flags & (CloneFlags.CLONE_THREAD | CloneFlags.CLONE_PARENT)) != 0 && exitSignal != 0
                || (stack == 0) != (stackSize == 0)
                || LittleEndian.getLong(bytes, CloneFlags.ARGS_SET_TID_SIZE) != 0
                || LittleEndian.getLong(bytes, CloneFlags.ARGS_CGROUP) != 0;
        if (wrong) {
            throw KernelException.of(Errno.EINVAL);
        }
        return cloner.make((ProgramThread) thread, new CloneRequest(flags, (int) exitSignal,
                stack == 0 ? 0 : stack + stackSize, LittleEndian.getLong(bytes, CloneFlags.ARGS_TLS),
                LittleEndian.getLong(bytes, CloneFlags.ARGS_PARENT_TID),
                LittleEndian.getLong(bytes, CloneFlags.ARGS_CHILD_TID)));
    }

    /**
     * execve(2).
     *
     * @param thread the caller
     * @param path address of the program's path
     * @param arguments address of {@code argv}
     * @param environment address of {@code envp}
     * @return 0, to the new program
     * @throws KernelException as the man page
     */
    @Syscall(value = "execve", partial = "set-user-ID bits have no effect")
    public long execve(UserThread thread, long path, long arguments, long environment) throws KernelException {
        String name = UserData.readPath(path);
        return execute((ProgramThread) thread, name, name, arguments, environment);
    }

    /**
     * execveat(2).
     *
     * @param thread the caller
     * @param directory descriptor where a relative path begins
     * @param path address of the program's path
     * @param arguments address of {@code argv}
     * @param environment address of {@code envp}
     * @param flags AT_EMPTY_PATH, AT_SYMLINK_NOFOLLOW
     * @return 0, to the new program
     * @throws KernelException as the man page
     */
    @Syscall(value = "execveat", partial = "set-user-ID bits and AT_SYMLINK_NOFOLLOW have no effect")
    public long execveat(UserThread thread, int directory, long path, long arguments, long environment, int flags)
            throws KernelException {
        if ((flags & ~(AT_EMPTY_PATH | AT_SYMLINK_NOFOLLOW)) != 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        String given = UserData.readPath(path);
        String name = given;
        String file = given;
        if (given.isEmpty()) {
            if ((flags & AT_EMPTY_PATH) == 0) {
                throw KernelException.of(Errno.ENOENT);
            }
            file = thread.files().get(directory).path();
            name = DESCRIPTORS + directory;
        } else if (directory != AT_FDCWD && given.charAt(0) != '/') {
            file = thread.files().get(directory).path() + "/" + given;
            name = DESCRIPTORS + directory + "/" + given;
        }
        return execute((ProgramThread) thread, file, name, arguments, environment);
    }

    private long execute(ProgramThread thread, String path, String name, long arguments, long environment)
            throws KernelException {
        if (path.isEmpty()) {
            throw KernelException.of(Errno.ENOENT);
        }
        long budget = ProgramLoader.argumentBudget(thread.process().softLimit(ResourceConstants.RLIMIT_STACK));
        StringList passed = StringList.read(arguments, budget);
        programs.execute(thread, path, name, passed, StringList.read(environment, budget));
        return 0;
    }

    /**
     * exit(2) of one thread.
     *
     * @param thread the caller
     * @param code its low 8 bits count
     * @return nothing that anybody sees
     */
    @Syscall("exit")
    public long exit(UserThread thread, int code) {
        ((ProgramThread) thread).end(WaitConstants.exited(code));
        return 0;
    }

    /**
     * exit_group(2).
     *
     * @param thread the caller
     * @param code its low 8 bits count
     * @return nothing that anybody sees
     */
    @Syscall("exit_group")
    public long exitGroup(UserThread thread, int code) {
        ((ProgramThread) thread).process().signals().beginEnd(WaitConstants.exited(code));
        return 0;
    }
}
