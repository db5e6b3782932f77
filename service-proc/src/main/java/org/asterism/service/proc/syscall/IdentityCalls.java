package org.asterism.service.proc.syscall;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.FutexConstants;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.syscall.Syscall;
import org.asterism.kernel.syscall.SyscallProvider;
import org.asterism.ostd.user.UserContext;
import org.asterism.service.proc.process.JobGroup;
import org.asterism.service.proc.process.Process;
import org.asterism.service.proc.process.ProcessAttributes;
import org.asterism.service.proc.process.ProcessTable;
import org.asterism.service.proc.process.ProgramThread;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Ids, groups, sessions, and what a thread tells the kernel about itself. */
@Component(service = SyscallProvider.class)
public final class IdentityCalls implements SyscallProvider {
    private static final int ARCH_SET_GS = 0x1001;
    private static final int ARCH_SET_FS = 0x1002;
    private static final int ARCH_GET_FS = 0x1003;
    private static final int ARCH_GET_GS = 0x1004;
    private static final long ADDRESS_LIMIT = 0x7fff_ffff_f000L;
    private static final int PERSONALITY_QUERY = -1;

    private final ProcessTable table;

    /**
     * Answers from a table.
     *
     * @param table who has which id
     */
    @Activate
    public IdentityCalls(@Reference ProcessTable table) {
        this.table = table;
    }

    /**
     * getpid(2).
     *
     * @param thread the caller
     * @return the process id
     */
    @Syscall("getpid")
    public long processId(UserThread thread) {
        return thread.process().id();
    }

    /**
     * gettid(2).
     *
     * @param thread the caller
     * @return the thread id
     */
    @Syscall("gettid")
    public long threadId(UserThread thread) {
        return thread.id();
    }

    /**
     * getppid(2).
     *
     * @param thread the caller
     * @return the parent's id
     */
    @Syscall("getppid")
    public long parentId(UserThread thread) {
        return thread.process().parentId();
    }

    /**
     * getpgrp(2).
     *
     * @param thread the caller
     * @return the group's id
     */
    @Syscall("getpgrp")
    public long groupId(UserThread thread) {
        return thread.process().group().id();
    }

    /**
     * getpgid(2).
     *
     * @param thread the caller
     * @param id a process, 0 for the caller
     * @return its group's id
     * @throws KernelException {@code ESRCH}
     */
    @Syscall("getpgid")
    public long groupOf(UserThread thread, int id) throws KernelException {
        return find(thread, id).group().id();
    }

    /**
     * getsid(2).
     *
     * @param thread the caller
     * @param id a process, 0 for the caller
     * @return its session's id
     * @throws KernelException {@code ESRCH}
     */
    @Syscall("getsid")
    public long sessionOf(UserThread thread, int id) throws KernelException {
        return find(thread, id).group().session().id();
    }

    private Process find(UserThread thread, int id) throws KernelException {
        Process process = id == 0 ? ((ProgramThread) thread).process() : table.process(id);
        if (process == null) {
            throw KernelException.of(Errno.ESRCH);
        }
        return process;
    }

    /**
     * setpgid(2).
     *
     * @param thread the caller
     * @param id the caller or a child of it, 0 for the caller
     * @param groupId a group of the session, or the process itself; 0 for the process
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall("setpgid")
    public long setGroup(UserThread thread, int id, int groupId) throws KernelException {
        if (groupId < 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        Process caller = ((ProgramThread) thread).process();
        try (var held = table.lock().lock()) {
            Process process = id == 0 ? caller : table.processLocked(id);
            if (process == null || process != caller && process.parent() != caller) {
                throw KernelException.of(Errno.ESRCH);
            }
            if (process.group().session() != caller.group().session() || process.isSessionLeader()) {
                throw KernelException.of(Errno.EPERM);
            }
            if (process != caller && process.hasExecuted()) {
                throw KernelException.of(Errno.EACCES);
            }
            int target = groupId == 0 ? process.id() : groupId;
            if (target != process.id()) {
                JobGroup group = table.groupLocked(target);
                if (group == null || group.session() != caller.group().session()) {
                    throw KernelException.of(Errno.EPERM);
                }
            }
            table.moveToGroup(process, target);
        }
        return 0;
    }

    /**
     * setsid(2).
     *
     * @param thread the caller
     * @return the session's id
     * @throws KernelException {@code EPERM} if a group has the caller's id
     */
    @Syscall("setsid")
    public long startSession(UserThread thread) throws KernelException {
        Process process = ((ProgramThread) thread).process();
        try (var held = table.lock().lock()) {
            if (table.groupLocked(process.id()) != null) {
                throw KernelException.of(Errno.EPERM);
            }
            table.startSession(process);
        }
        return process.id();
    }

    /**
     * set_tid_address(2).
     *
     * @param thread the caller
     * @param address cleared when the thread ends
     * @return the thread id
     */
    @Syscall("set_tid_address")
    public long setClearAddress(UserThread thread, long address) {
        ((ProgramThread) thread).calls().setClearOnExit(address);
        return thread.id();
    }

    /**
     * set_robust_list(2).
     *
     * @param thread the caller
     * @param head address of the list's head
     * @param size of the head
     * @return 0
     * @throws KernelException {@code EINVAL} for another size
     */
    @Syscall("set_robust_list")
    public long setRobustList(UserThread thread, long head, long size) throws KernelException {
        if (size != FutexConstants.ROBUST_LIST_HEAD_BYTES) {
            throw KernelException.of(Errno.EINVAL);
        }
        ((ProgramThread) thread).calls().setRobustList(head);
        return 0;
    }

    /**
     * get_robust_list(2).
     *
     * @param thread the caller
     * @param id a thread, 0 for the caller
     * @param head where to store the address of the head
     * @param size where to store its size
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall("get_robust_list")
    public long robustList(UserThread thread, int id, long head, long size) throws KernelException {
        ProgramThread target = id == 0 ? (ProgramThread) thread : table.thread(id);
        if (target == null) {
            throw KernelException.of(Errno.ESRCH);
        }
        UserData.writeLong(size, FutexConstants.ROBUST_LIST_HEAD_BYTES);
        UserData.writeLong(head, target.calls().robustList());
        return 0;
    }

    /**
     * arch_prctl(2).
     *
     * @param thread the caller
     * @param operation ARCH_SET_FS and the like
     * @param address a value, or where to store it
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall(value = "arch_prctl", partial = "FS and GS only")
    public long architecture(UserThread thread, int operation, long address) throws KernelException {
        UserContext context = ((ProgramThread) thread).context();
        switch (operation) {
            case ARCH_SET_FS -> context.setRegister(UserContext.THREAD_POINTER, checkedBase(address));
            case ARCH_SET_GS -> context.setRegister(UserContext.GS_BASE, checkedBase(address));
            case ARCH_GET_FS -> UserData.writeLong(address, context.register(UserContext.THREAD_POINTER));
            case ARCH_GET_GS -> UserData.writeLong(address, context.register(UserContext.GS_BASE));
            default -> throw KernelException.of(Errno.EINVAL);
        }
        return 0;
    }

    private static long checkedBase(long address) throws KernelException {
        if (address < 0 || address >= ADDRESS_LIMIT) {
            throw KernelException.of(Errno.EPERM);
        }
        return address;
    }

    /**
     * personality(2).
     *
     * @param thread the caller
     * @param wanted 0xffffffff asks
     * @return the one before
     */
    @Syscall(value = "personality", partial = "kept, without effect")
    public long personality(UserThread thread, int wanted) {
        ProcessAttributes attributes = ((ProgramThread) thread).process().attributes();
        int before = attributes.personality();
        if (wanted != PERSONALITY_QUERY) {
            attributes.setPersonality(wanted);
        }
        return before & 0xffff_ffffL;
    }

    /**
     * getcpu(2).
     *
     * @param thread the caller
     * @param processor where to store the processor's number, or 0
     * @param node where to store the memory node's number, or 0
     * @return 0
     * @throws KernelException {@code EFAULT}
     */
    @Syscall("getcpu")
    public long processor(UserThread thread, long processor, long node) throws KernelException {
        if (processor != 0) {
            UserData.writeInt(processor, 0);
        }
        if (node != 0) {
            UserData.writeInt(node, 0);
        }
        return 0;
    }
}
