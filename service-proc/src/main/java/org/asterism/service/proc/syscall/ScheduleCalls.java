package org.asterism.service.proc.syscall;

import java.util.ArrayList;
import java.util.List;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.kernel.abi.ResourceConstants;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.syscall.Syscall;
import org.asterism.kernel.syscall.SyscallProvider;
import org.asterism.ostd.cpu.Processors;
import org.asterism.ostd.mm.UserMemory;
import org.asterism.ostd.task.Task;
import org.asterism.service.proc.process.JobGroup;
import org.asterism.service.proc.process.Process;
import org.asterism.service.proc.process.ProcessTable;
import org.asterism.service.proc.process.ProgramThread;
import org.asterism.service.proc.schedule.SchedulingState;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Priorities, policies, affinity. */
@Component(service = SyscallProvider.class)
public final class ScheduleCalls implements SyscallProvider {
    private static final int PRIO_PROCESS = 0;
    private static final int PRIO_PGRP = 1;
    private static final int PRIO_USER = 2;
    private static final int LOWEST_NICENESS = -20;
    private static final int HIGHEST_NICENESS = 19;
    private static final int NICENESS_BASE = 20;
    private static final int HIGHEST_REAL_TIME = 99;
    private static final int RESET_ON_FORK = 0x4000_0000;
    private static final int IO_CLASS_SHIFT = 13;
    private static final int HIGHEST_IO_CLASS = 3;
    private static final int HIGHEST_IO_LEVEL = 7;
    private static final int MASK_BYTES = 8;
    private static final long ROUND_ROBIN_NANOS = 100_000_000;

    private final ProcessTable table;

    /**
     * Decodes for the table.
     *
     * @param table finds threads
     */
    @Activate
    public ScheduleCalls(@Reference ProcessTable table) {
        this.table = table;
    }

    /**
     * sched_yield(2).
     *
     * @param thread the caller
     * @return 0
     */
    @Syscall("sched_yield")
    public long yield(UserThread thread) {
        Task.yieldNow();
        return 0;
    }

    private List<ProgramThread> select(UserThread caller, int which, int who) throws KernelException {
        List<ProgramThread> found = new ArrayList<>();
        ProgramThread self = (ProgramThread) caller;
        switch (which) {
            case PRIO_PROCESS -> {
                ProgramThread target = who == 0 ? self : table.thread(who);
                if (target != null) {
                    found.add(target);
                }
            }
            case PRIO_PGRP -> {
                JobGroup group = who == 0 ? self.process().group() : table.group(who);
                if (group != null) {
                    for (Process member : group.members()) {
                        addThreads(found, member);
                    }
                }
            }
            case PRIO_USER -> {
                int user = who == 0 ? self.credentials().realUser() : who;
                for (Process process : table.all()) {
                    if (process.credentials().realUser() == user) {
                        addThreads(found, process);
                    }
                }
            }
            default -> throw KernelException.of(Errno.EINVAL);
        }
        if (found.isEmpty()) {
            throw KernelException.of(Errno.ESRCH);
        }
        return found;
    }

    private static void addThreads(List<ProgramThread> found, Process process) {
        for (ProgramThread thread : process.threadArray()) {
            found.add(thread);
        }
    }

    /**
     * getpriority(2).
     *
     * @param thread the caller
     * @param which PRIO_PROCESS, PRIO_PGRP or PRIO_USER
     * @param who an id, 0 for the caller's
     * @return 20 less the lowest niceness
     * @throws KernelException as the man page
     */
    @Syscall("getpriority")
    public long priority(UserThread thread, int which, int who) throws KernelException {
        int best = HIGHEST_NICENESS;
        for (ProgramThread target : select(thread, which, who)) {
            best = Math.min(best, target.scheduling().niceness());
        }
        return NICENESS_BASE - best;
    }

    /**
     * setpriority(2).
     *
     * @param thread the caller
     * @param which PRIO_PROCESS, PRIO_PGRP or PRIO_USER
     * @param who an id, 0 for the caller's
     * @param niceness brought into its range
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall("setpriority")
    public long setPriority(UserThread thread, int which, int who, int niceness) throws KernelException {
        int wanted = Math.max(LOWEST_NICENESS, Math.min(HIGHEST_NICENESS, niceness));
        KernelException refused = null;
        for (ProgramThread target : select(thread, which, who)) {
            if (!mayChange(thread, target)) {
                refused = KernelException.of(Errno.EPERM);
            } else if (wanted < target.scheduling().niceness() && !mayRaise(thread, target, wanted)) {
                refused = KernelException.of(Errno.EACCES);
            } else {
                target.scheduling().setNiceness(wanted);
            }
        }
        if (refused != null) {
            throw refused;
        }
        return 0;
    }

    private static boolean mayChange(UserThread caller, ProgramThread target) {
        int user = caller.credentials().effectiveUser();
        return user == 0 || user == target.credentials().realUser() || user == target.credentials().effectiveUser();
    }

    private static boolean mayRaise(UserThread caller, ProgramThread target, int niceness) {
        return caller.credentials().effectiveUser() == 0
                || NICENESS_BASE - niceness <= target.process().softLimit(ResourceConstants.RLIMIT_NICE);
    }

    /**
     * ioprio_get(2).
     *
     * @param thread the caller
     * @param which IOPRIO_WHO_PROCESS and the like
     * @param who an id, 0 for the caller's
     * @return the priority
     * @throws KernelException as the man page
     */
    @Syscall("ioprio_get")
    public long ioPriority(UserThread thread, int which, int who) throws KernelException {
        return select(thread, which - 1, who).get(0).scheduling().ioPriority();
    }

    /**
     * ioprio_set(2).
     *
     * @param thread the caller
     * @param which IOPRIO_WHO_PROCESS and the like
     * @param who an id, 0 for the caller's
     * @param priority class and level
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall(value = "ioprio_set", partial = "kept, without effect")
    public long setIoPriority(UserThread thread, int which, int who, int priority) throws KernelException {
        int kind = priority >>> IO_CLASS_SHIFT;
        int level = priority & (1 << IO_CLASS_SHIFT) - 1;
        if (kind > HIGHEST_IO_CLASS || level > HIGHEST_IO_LEVEL || kind == 0 && level != 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        for (ProgramThread target : select(thread, which - 1, who)) {
            if (!mayChange(thread, target)) {
                throw KernelException.of(Errno.EPERM);
            }
            target.scheduling().setIoPriority(priority);
        }
        return 0;
    }

    private ProgramThread find(UserThread caller, int id) throws KernelException {
        if (id < 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        ProgramThread target = id == 0 ? (ProgramThread) caller : table.thread(id);
        if (target == null) {
            throw KernelException.of(Errno.ESRCH);
        }
        return target;
    }

    /**
     * sched_setscheduler(2).
     *
     * @param thread the caller
     * @param id a thread, 0 for the caller
     * @param policy SCHED_OTHER and the like
     * @param parameter address of the real-time priority
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall("sched_setscheduler")
    public long setPolicy(UserThread thread, int id, int policy, long parameter) throws KernelException {
        int priority = LittleEndian.getInt(UserData.read(parameter, 4), 0);
        change(thread, find(thread, id), policy & ~RESET_ON_FORK, priority);
        return 0;
    }

    /**
     * sched_setparam(2).
     *
     * @param thread the caller
     * @param id a thread, 0 for the caller
     * @param parameter address of the real-time priority
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall("sched_setparam")
    public long setParameter(UserThread thread, int id, long parameter) throws KernelException {
        int priority = LittleEndian.getInt(UserData.read(parameter, 4), 0);
        ProgramThread target = find(thread, id);
        change(thread, target, target.scheduling().policy(), priority);
        return 0;
    }

    private static void change(UserThread caller, ProgramThread target, int policy, int priority) throws KernelException {
        boolean realTime = isRealTime(policy);
        boolean known = realTime || policy == SchedulingState.OTHER || policy == SchedulingState.BATCH
                || policy == SchedulingState.IDLE;
        if (!known || (realTime ? priority < 1 || priority > HIGHEST_REAL_TIME : priority != 0)) {
            throw KernelException.of(Errno.EINVAL);
        }
        boolean allowed = caller.credentials().effectiveUser() == 0 || mayChange(caller, target)
                && (!realTime || priority <= target.process().softLimit(ResourceConstants.RLIMIT_RTPRIO));
        if (!allowed) {
            throw KernelException.of(Errno.EPERM);
        }
        target.scheduling().setPolicy(policy, priority);
    }

    private static boolean isRealTime(int policy) {
        return policy == SchedulingState.FIFO || policy == SchedulingState.ROUND_ROBIN;
    }

    /**
     * sched_getscheduler(2).
     *
     * @param thread the caller
     * @param id a thread, 0 for the caller
     * @return its policy
     * @throws KernelException as the man page
     */
    @Syscall("sched_getscheduler")
    public long policy(UserThread thread, int id) throws KernelException {
        return find(thread, id).scheduling().policy();
    }

    /**
     * sched_getparam(2).
     *
     * @param thread the caller
     * @param id a thread, 0 for the caller
     * @param parameter where to store the real-time priority
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall("sched_getparam")
    public long parameter(UserThread thread, int id, long parameter) throws KernelException {
        UserData.writeInt(parameter, find(thread, id).scheduling().realTimePriority());
        return 0;
    }

    /**
     * sched_get_priority_max(2).
     *
     * @param thread the caller
     * @param policy SCHED_OTHER and the like
     * @return the highest priority
     * @throws KernelException {@code EINVAL}
     */
    @Syscall("sched_get_priority_max")
    public long highestPriority(UserThread thread, int policy) throws KernelException {
        return priorityBound(policy, HIGHEST_REAL_TIME);
    }

    /**
     * sched_get_priority_min(2).
     *
     * @param thread the caller
     * @param policy SCHED_OTHER and the like
     * @return the lowest priority
     * @throws KernelException {@code EINVAL}
     */
    @Syscall("sched_get_priority_min")
    public long lowestPriority(UserThread thread, int policy) throws KernelException {
        return priorityBound(policy, 1);
    }

    private static long priorityBound(int policy, int realTime) throws KernelException {
        if (isRealTime(policy)) {
            return realTime;
        }
        if (policy != SchedulingState.OTHER && policy != SchedulingState.BATCH && policy != SchedulingState.IDLE) {
            throw KernelException.of(Errno.EINVAL);
        }
        return 0;
    }

    /**
     * sched_rr_get_interval(2).
     *
     * @param thread the caller
     * @param id a thread, 0 for the caller
     * @param interval where to store it
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall("sched_rr_get_interval")
    public long roundRobinInterval(UserThread thread, int id, long interval) throws KernelException {
        boolean takesTurns = find(thread, id).scheduling().policy() == SchedulingState.ROUND_ROBIN;
        UserData.writeTimespec(interval, takesTurns ? ROUND_ROBIN_NANOS : 0);
        return 0;
    }

    /**
     * sched_getaffinity(2).
     *
     * @param thread the caller
     * @param id a thread, 0 for the caller
     * @param length bytes of the set
     * @param mask where to store it
     * @return bytes stored
     * @throws KernelException as the man page
     */
    @Syscall("sched_getaffinity")
    public long affinity(UserThread thread, int id, int length, long mask) throws KernelException {
        if (length < MASK_BYTES || length % MASK_BYTES != 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        find(thread, id);
        UserData.writeLong(mask, allProcessors());
        return MASK_BYTES;
    }

    private static long allProcessors() {
        return Processors.count() >= Long.SIZE ? -1 : (1L << Processors.count()) - 1;
    }

    /**
     * sched_setaffinity(2).
     *
     * @param thread the caller
     * @param id a thread, 0 for the caller
     * @param length bytes of the set
     * @param mask address of the set
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall(value = "sched_setaffinity", partial = "checked, without effect")
    public long setAffinity(UserThread thread, int id, int length, long mask) throws KernelException {
        byte[] bytes = new byte[MASK_BYTES];
        int given = Math.min(Math.max(length, 0), MASK_BYTES);
        if (UserMemory.read(mask, bytes, 0, given) < given) {
            throw KernelException.of(Errno.EFAULT);
        }
        ProgramThread target = find(thread, id);
        if (!mayChange(thread, target)) {
            throw KernelException.of(Errno.EPERM);
        }
        if ((LittleEndian.getLong(bytes, 0) & allProcessors()) == 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        return 0;
    }
}
